package io.huiyin.server;

import io.huiyin.server.sql.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the data are: a data folder (keys, files) and a PostgreSQL, our own or the operator's. */
final class Place implements AutoCloseable {

    private final Path data;
    private final @Nullable LocalPostgres local;

    private Place(Path data, @Nullable LocalPostgres local) {
        this.data = data;
        this.local = local;
    }

    /** {@code HUIYIN_DB_URL} names an operator's PostgreSQL; without it the data folder holds our own. */
    static Place open(Path data) throws IOException, SQLException {
        return new Place(data, System.getenv("HUIYIN_DB_URL") == null ? LocalPostgres.open(data) : null);
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("huiyin.data", data.toAbsolutePath().toString());
        if (local != null) {
            database(
                    properties,
                    local.url(),
                    LocalPostgres.APPLICATION,
                    local.password(LocalPostgres.APPLICATION),
                    LocalPostgres.OWNER,
                    local.password(LocalPostgres.OWNER));
        } else {
            database(
                    properties,
                    setting("HUIYIN_DB_URL"),
                    setting("HUIYIN_DB_USER"),
                    setting("HUIYIN_DB_PASSWORD"),
                    setting("HUIYIN_DB_OWNER_USER"),
                    setting("HUIYIN_DB_OWNER_PASSWORD"));
        }
        return properties;
    }

    static void database(
            Map<String, Object> properties,
            String url,
            String user,
            String password,
            String owner,
            String ownerPassword) {
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", user);
        properties.put("spring.datasource.password", password);
        properties.put("spring.flyway.url", url);
        properties.put("spring.flyway.user", owner);
        properties.put("spring.flyway.password", ownerPassword);
        properties.put("spring.flyway.placeholders.app", user);
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank())
            throw new Refusal("HUIYIN_DB_URL is set, so " + name
                    + " must be set too: docs/operations.md shows the four accounts' settings.");
        return value;
    }

    @Override
    public void close() throws IOException {
        if (local != null) local.close();
    }
}
