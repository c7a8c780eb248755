package io.huiyin.server.rating;

import io.huiyin.server.TestDatabase;
import io.huiyin.server.sql.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matter as it may lie in the database: closed on 10 October 2026 by the civil affairs bureau, unless said otherwise. */
public final class AMatter {

    private String number = "M-1";
    private String unit = "MZ";
    private @Nullable Instant closedAt = Instant.parse("2026-10-10T02:00:00Z");
    private @Nullable UUID person;

    public static AMatter closed() {
        return new AMatter();
    }

    public AMatter number(String value) {
        number = value;
        return this;
    }

    public AMatter unit(String value) {
        unit = value;
        return this;
    }

    public AMatter closedAt(@Nullable String value) {
        closedAt = value == null ? null : Instant.parse(value);
        return this;
    }

    public AMatter person(UUID value) {
        person = value;
        return this;
    }

    /** Stores it, with its unit (民政局) and service (低保申请). */
    public UUID in() {
        UUID id = Ids.next();
        try (Connection db = TestDatabase.superuser()) {
            run(
                    db,
                    "INSERT INTO organization.unit VALUES (?, ?, 'department') ON CONFLICT DO NOTHING",
                    unit,
                    unit + "民政局");
            run(
                    db,
                    "INSERT INTO organization.service_item VALUES ('DB', '低保申请', 'promised-time', 10) ON CONFLICT DO NOTHING");
            run(
                    db,
                    "INSERT INTO matter.matter (id, matter_no, unit_code, service_code, service_class, opened_at, closed_at, outcome,"
                            + " person_id, has_contact, row_digest) VALUES (?, ?, ?, 'DB', 'promised-time', ?::timestamptz,"
                            + " ?::timestamptz, ?, ?, false, '\\x00')",
                    id,
                    number,
                    unit,
                    (closedAt == null ? Instant.parse("2026-10-01T02:00:00Z") : closedAt.minus(5, ChronoUnit.DAYS))
                            .toString(),
                    closedAt == null ? null : closedAt.toString(),
                    closedAt == null ? null : "done",
                    person);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return id;
    }

    public Instant closedAt() {
        if (closedAt == null) throw new IllegalStateException("an open matter");
        return closedAt;
    }

    private static void run(Connection db, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) sql.setObject(i + 1, values[i]);
            sql.executeUpdate();
        }
    }
}
