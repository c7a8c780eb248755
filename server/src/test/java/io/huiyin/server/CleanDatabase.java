package io.huiyin.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Empties every table that a migration left empty; what migrations bring (holidays, legal values, codes) stays.
 *
 * <p>TRUNCATE of a hundred tables makes new files for each of them and of its indexes, a second's work before every test. A test
 * fills twenty tables with a few rows: these are deleted, and vacuumed so that the next test finds no trace of them either.
 */
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
            if (emptied.isEmpty()) emptied = filled(sql, tables(sql), false);
            connection.setAutoCommit(false);
            // the sequencer never sleeps: whatever it has begun ends before, and nothing begins until all is gone
            sql.execute("LOCK TABLE " + String.join(", ", emptied) + " IN ACCESS EXCLUSIVE MODE");
            sql.execute("SET LOCAL session_replication_role = replica"); // no order among tables, no guards
            List<String> filled = filled(sql, emptied, true);
            for (String table : filled) sql.addBatch("DELETE FROM " + table);
            sql.executeBatch();
            restartIdentities(sql);
            connection.commit();
            connection.setAutoCommit(true);
            if (!filled.isEmpty()) sql.execute("VACUUM " + String.join(", ", filled));
        }
    }

    private static List<String> tables(Statement sql) throws SQLException {
        return texts(
                sql,
                "SELECT schemaname || '.' || tablename FROM pg_tables"
                        + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')");
    }

    /** Those of the tables that have rows, or have none. */
    private static List<String> filled(Statement sql, List<String> tables, boolean rows) throws SQLException {
        return texts(
                sql,
                tables.stream()
                        .map(table -> "SELECT '%s' WHERE %s (SELECT 1 FROM %s)"
                                .formatted(table, rows ? "EXISTS" : "NOT EXISTS", table))
                        .collect(Collectors.joining(" UNION ALL ")));
    }

    private static void restartIdentities(Statement sql) throws SQLException {
        sql.execute("""
                SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false)
                  FROM pg_sequences WHERE last_value IS NOT NULL AND schemaname <> 'public'""");
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
