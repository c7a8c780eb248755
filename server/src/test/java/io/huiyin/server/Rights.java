package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the application's database account may not do, tried by SQL on a connection of its own: used on the embedded and on an
 * external PostgreSQL.
 */
final class Rights {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Beside every table of these schemas. */
    private static final List<String> NEVER_CHANGED = List.of(
            "ledger.entry",
            "ledger.place",
            "rating.rating",
            "rating.invitation",
            "access.identity_read",
            "identity.account_event",
            "supervision.act",
            "supervision.denial",
            "supervision.finding",
            "supervision.step");

    private Rights() {}

    /** Nobody can change or delete a rating, an interview, a frame, a draw, an entry of the log, or a trace of who looked. */
    static void assertNothingIsRewritten(Connection application) throws SQLException {
        List<String> tables = new ArrayList<>(NEVER_CHANGED);
        tables.addAll(
                texts(application, "SELECT 'spotcheck.' || tablename FROM pg_tables WHERE schemaname = 'spotcheck'"));
        assertThat(tables).hasSizeGreaterThan(10);
        List<String> wrong = new ArrayList<>();
        for (String table : tables) {
            String column = texts(
                            application,
                            "SELECT attname FROM pg_attribute WHERE attrelid = '" + table
                                    + "'::regclass AND attnum > 0 AND attgenerated = '' AND attidentity = '' LIMIT 1")
                    .getFirst();
            for (String attempt : List.of(
                    "UPDATE " + table + " SET " + column + " = " + column,
                    "DELETE FROM " + table,
                    "TRUNCATE " + table + " CASCADE",
                    "MERGE INTO " + table + " t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
                    "ALTER TABLE " + table + " DISABLE TRIGGER ALL",
                    "DROP TABLE " + table + " CASCADE")) if (!refused(application, attempt)) wrong.add(attempt);
        }
        assertThat(wrong).isEmpty();
    }

    /** No way to give itself what it was not given. */
    static void assertAnOrdinaryAccount(Connection application, String owner) throws SQLException {
        assertThat(texts(
                        application,
                        "SELECT rolname FROM pg_roles WHERE rolname = current_user"
                                + " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"))
                .isEmpty();
        assertThat(texts(
                        application,
                        "SELECT relname FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')"))
                .isEmpty();
        List<String> wrong = new ArrayList<>();
        for (String attempt : List.of(
                "SET ROLE " + owner,
                "CREATE TABLE public.own (n int)",
                "CREATE TABLE rating.own (n int)",
                "GRANT UPDATE ON rating.rating TO CURRENT_USER",
                "CREATE ROLE helper",
                "SET session_replication_role = replica",
                "DELETE FROM public.migration",
                "COPY rating.rating TO PROGRAM 'cat'")) if (!refused(application, attempt)) wrong.add(attempt);
        assertThat(wrong).isEmpty();
    }

    private static boolean refused(Connection application, String attempt) throws SQLException {
        try (Statement sql = application.createStatement()) {
            sql.execute(attempt);
            // GRANT without the right to grant only warns
            return attempt.startsWith("GRANT") && !granted(application);
        } catch (SQLException e) {
            return INSUFFICIENT_PRIVILEGE.equals(e.getSQLState());
        }
    }

    private static boolean granted(Connection application) throws SQLException {
        return texts(application, "SELECT has_table_privilege('rating.rating', 'UPDATE')::text")
                .equals(List.of("true"));
    }

    private static List<String> texts(Connection application, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement sql = application.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
