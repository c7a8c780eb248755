package io.huiyin.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL for all tests of this run, in a folder of its own; the superuser's connection is for the tests only. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path DATA = folder();
    private static final LocalPostgres POSTGRES = open();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties()));
    }

    static Map<String, Object> properties() {
        Map<String, Object> properties = new java.util.HashMap<>();
        properties.put("huiyin.data", DATA.toString());
        Place.database(
                properties,
                POSTGRES.url(),
                LocalPostgres.APPLICATION,
                POSTGRES.password(LocalPostgres.APPLICATION),
                LocalPostgres.OWNER,
                POSTGRES.password(LocalPostgres.OWNER));
        return properties;
    }

    /** All rights: to look at, and to break, what the application may not touch. */
    public static java.sql.Connection superuser() throws SQLException {
        return POSTGRES.superuser(LocalPostgres.DATABASE);
    }

    /** The account of the migrations, which owns the tables. */
    static java.sql.Connection owner() throws SQLException {
        return java.sql.DriverManager.getConnection(
                POSTGRES.url(), LocalPostgres.OWNER, POSTGRES.password(LocalPostgres.OWNER));
    }

    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target, "run").toAbsolutePath();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static LocalPostgres open() {
        System.setProperty(
                "huiyin.postgresql",
                Path.of("target", "postgresql-program").toAbsolutePath().toString());
        try {
            LocalPostgres postgres = LocalPostgres.open(DATA);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    postgres.close();
                } catch (IOException e) {
                    System.err.println(e.getMessage());
                }
            }));
            return postgres;
        } catch (IOException | SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
