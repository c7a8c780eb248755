package io.huiyin.server.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {

    private static final String SELECT = """
            SELECT i.matter_id AS matter, m.unit_code AS unit, u.name AS unit_name, s.name AS service_name,
                   m.closed_at, i.opens_at, i.closes_at, i.serial%s
              FROM rating.invitation i
              JOIN matter.shared_matter m ON m.id = i.matter_id
              JOIN organization.shared_unit u ON u.code = m.unit_code
              JOIN organization.shared_service_item s ON s.code = m.service_code
             WHERE i.%s = :value""";
    private static final String LOCK = ", pg_advisory_xact_lock(hashtextextended(i.matter_id::text, 0)) AS locked";

    /** What an invitation is found by. */
    enum By {
        MATTER("matter_id"),
        CODE("code_tag"),
        SECRET("secret_hash");

        private final String select;
        private final String lock;

        By(String column) {
            select = SELECT.formatted("", column);
            lock = SELECT.formatted(LOCK, column);
        }
    }

    private final JdbcClient sql;

    InvitationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One row to be: the tags recognize the code and the secret. */
    record New(UUID matter, byte[] codeTag, byte[] secretHash, Instant opensAt, Instant closesAt) {}

    /** An invitation whose code is in use already is not stored, nor is a second one for a matter: the matters stored are returned. */
    Set<UUID> insert(List<New> invitations, int serial) {
        return sql.sql("""
                INSERT INTO rating.invitation (matter_id, code_tag, secret_hash, opens_at, closes_at, serial)
                SELECT matter_id, code_tag, secret_hash, opens_at, closes_at, :serial
                  FROM unnest(:matters::uuid[], :tags::bytea[], :hashes::bytea[], :opens::timestamptz[], :closes::timestamptz[])
                       AS t (matter_id, code_tag, secret_hash, opens_at, closes_at)
                ON CONFLICT DO NOTHING
                RETURNING matter_id""")
                .param("serial", serial)
                .param("matters", invitations.stream().map(New::matter).toArray(UUID[]::new))
                .param("tags", invitations.stream().map(New::codeTag).toArray(byte[][]::new))
                .param("hashes", invitations.stream().map(New::secretHash).toArray(byte[][]::new))
                .param("opens", times(invitations.stream().map(New::opensAt).toList()))
                .param("closes", times(invitations.stream().map(New::closesAt).toList()))
                .query(UUID.class)
                .set();
    }

    /** Adds to the record of printings unless it would be one too many; the same account may look again on the same day. */
    boolean print(UUID matter, UUID account, LocalDate day, int most) {
        return sql.sql("""
                        WITH known AS (SELECT account_id, printed_on FROM rating.printing WHERE matter_id = :matter),
                             added AS (INSERT INTO rating.printing (matter_id, account_id, printed_on)
                                       SELECT :matter, :account, :day
                                        WHERE (SELECT count(*) FROM known) < :most
                                       ON CONFLICT DO NOTHING RETURNING 1)
                        SELECT EXISTS (SELECT FROM added)
                            OR EXISTS (SELECT FROM known WHERE account_id = :account AND printed_on = :day)""")
                .param("matter", matter)
                .param("account", account)
                .param("day", day)
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    Set<UUID> existing(Set<UUID> matters) {
        return sql.sql("SELECT matter_id FROM rating.invitation WHERE matter_id = ANY (:matters)")
                .param("matters", matters.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    Optional<Invitation> find(By by, Object value) {
        return sql.sql(by.select).param("value", value).query(Invitation.class).optional();
    }

    /** Whoever rates the matter waits here for whoever is rating it, so that which rating is the last is never in doubt. */
    Optional<Invitation> lock(By by, Object value) {
        return sql.sql(by.lock).param("value", value).query(Invitation.class).optional();
    }

    /** A matter that a file names, and when it may be rated; no times: it is not closed. */
    record Rateable(
            String matterNo,
            UUID matter,
            String unit,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    List<Rateable> byNumbers(Set<String> numbers) {
        return sql.sql("""
                SELECT m.matter_no, m.id AS matter, m.unit_code AS unit, i.opens_at, i.closes_at
                  FROM matter.shared_matter m
                  LEFT JOIN rating.invitation i ON i.matter_id = m.id
                 WHERE m.matter_no = ANY (:numbers)""")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Rateable.class)
                .list();
    }

    /** The driver knows no arrays of times; PostgreSQL reads them as text. */
    private static String[] times(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }
}
