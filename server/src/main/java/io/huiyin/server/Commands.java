package io.huiyin.server;

import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.demo.DemoCounty;
import io.huiyin.server.sql.Refusal;
import io.huiyin.server.sql.SqlTime;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the launcher hands to the server. */
@Command(name = "huiyin", mixinStandardHelpOptions = true, description = "Huiyin 回音: the server.")
final class Commands {

    /** The server goes on after the command has returned. */
    static final int STAYS_UP = -1;

    @Command(name = "demo", description = "Start with the demo county loaded.", mixinStandardHelpOptions = true)
    int demo(
            @Option(names = "--port", defaultValue = "8080", description = "Port (default 8080).") int port,
            @Option(names = "--data", description = "Data folder (default: data).") @Nullable Path data,
            @Option(names = "--fresh", description = "Throw the data folder away first.") boolean fresh,
            @Option(names = "--today", description = "The demo's day, YYYY-MM-DD (default: the first start's, stored).")
                    @Nullable
                    LocalDate today)
            throws IOException, SQLException {
        Path folder = folder(data);
        if (fresh) throwAway(folder);
        Map<String, Object> demo = new HashMap<>();
        demo.put("huiyin.demo", true);
        demo.put("huiyin.today", day(folder, today));
        ConfigurableApplicationContext server = start(folder, port, demo);
        server.getBean(DemoCounty.class).greet(System.out);
        return STAYS_UP;
    }

    @Command(
            name = "serve",
            description = "Start for production; settings by environment.",
            mixinStandardHelpOptions = true)
    int serve() throws IOException, SQLException {
        ServeSettings settings = ServeSettings.of(System.getenv());
        start(folder(null), settings.port(), settings.properties());
        return STAYS_UP;
    }

    @Command(
            name = "import",
            description = "Import a CSV file: roster, matters, petitions or ratings.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Option(names = "--data", description = "Data folder (default: data).") @Nullable Path data,
            @Mixin ImportOptions options)
            throws IOException, SQLException {
        try (Place place = Place.open(folder(data));
                ConfigurableApplicationContext context = application(place)
                        .properties(Map.of("spring.main.lazy-initialization", "true", "huiyin.sweep", "false"))
                        .web(WebApplicationType.NONE)
                        .run()) {
            context.getBean(Imports.class).run(options, System.out);
            return 0;
        }
    }

    private static ConfigurableApplicationContext start(Path folder, int port, Map<String, Object> more)
            throws IOException, SQLException {
        Place place = Place.open(folder);
        try {
            return application(place)
                    .properties(more)
                    .properties(Map.of("server.port", port))
                    .listeners(event -> {
                        if (event instanceof org.springframework.context.event.ContextClosedEvent closed
                                && closed.getApplicationContext().getParent() == null) closeQuietly(place);
                    })
                    .run();
        } catch (RuntimeException e) {
            closeQuietly(place);
            throw e;
        }
    }

    private static SpringApplicationBuilder application(Place place) {
        return new SpringApplicationBuilder(Huiyin.class).properties(place.properties());
    }

    private static Path folder(@Nullable Path data) {
        return data != null ? data : Path.of(System.getenv().getOrDefault("HUIYIN_DATA", "data"));
    }

    /** The day of the demo is the day it was first started, until another is asked for. */
    private static String day(Path folder, @Nullable LocalDate asked) throws IOException {
        Path stored = folder.resolve("today");
        if (asked == null && Files.exists(stored))
            return Files.readString(stored).strip();
        String day = (asked != null ? asked : LocalDate.now(SqlTime.CHINA)).toString();
        Files.createDirectories(folder);
        Files.writeString(stored, day);
        return day;
    }

    private static void closeQuietly(Place place) {
        try {
            place.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop cleanly: " + e.getMessage());
        }
    }

    private static void throwAway(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        if (!Files.exists(folder.resolve("database.properties")))
            throw new Refusal(
                    folder + " is not a data folder of Huiyin (it has no database.properties): nothing was deleted.");
        LocalPostgres.running(folder).ifPresent(running -> {
            long process = running.process().pid();
            throw new Refusal(folder + " is in use: its PostgreSQL runs as process " + process
                    + ". Stop the Huiyin that uses it, or if there is none that process (kill -INT " + process
                    + "), then start again; nothing was deleted.");
        });
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
