package io.huiyin.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Empties every table that a migration left empty; what migrations bring (holidays, legal values, codes) stays. */
@TestConfiguration
public class CleanDatabase {

    private static volatile List<String> emptied = List.of();

    /** Runs before each test method. */
    public static final class BeforeEachTest extends AbstractTestExecutionListener {
        @Override
        public void beforeTestMethod(TestContext context) throws SQLException {
            context.getApplicationContext().getBean(TestClock.Settable.class).set(TestClock.START);
            clean();
        }
    }

    static synchronized void clean() throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement sql = connection.createStatement()) {
            if (emptied.isEmpty()) emptied = emptyTables(sql);
            sql.execute("TRUNCATE " + String.join(", ", emptied) + " RESTART IDENTITY");
        }
    }

    private static List<String> emptyTables(Statement sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SELECT schemaname || '.' || tablename FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')")) {
            while (rows.next()) all.add(rows.getString(1));
        }
        List<String> empty = new ArrayList<>();
        for (String table : all) {
            try (ResultSet rows = sql.executeQuery("SELECT EXISTS (SELECT 1 FROM " + table + ")")) {
                rows.next();
                if (!rows.getBoolean(1)) empty.add(table);
            }
        }
        return empty;
    }
}
