package io.huiyin.server;

import io.huiyin.server.calendar.Quarter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A county of a few units for tests, laid by SQL as superuser: fixed values, matters numbered within unit and class. */
public final class SmallCounty implements AutoCloseable {

    private final Connection connection;
    public final JdbcClient sql;

    private SmallCounty(Connection connection) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    public static SmallCounty empty() throws SQLException {
        SmallCounty county = new SmallCounty(TestDatabase.superuser());
        county.sql.sql("""
                INSERT INTO organization.service_item (code, name, class, promised_days)
                VALUES ('on-the-spot', '户口登记', 'on-the-spot', 0), ('promised-time', '营业执照', 'promised-time', 5),
                       ('complex', '建设许可', 'complex', 20)""").update();
        return county;
    }

    public SmallCounty unit(String code, String name, String kind) {
        sql.sql("INSERT INTO organization.unit (code, name, kind) VALUES (?, ?, ?)")
                .params(code, name, kind)
                .update();
        return this;
    }

    /** Matters {@code unit/type/1..n}, closed in the middle of the quarter, each of a person of its own who can be called. */
    public SmallCounty matters(String unit, String type, Quarter quarter, int n) {
        return matters(unit, type, quarter, n, 1);
    }

    /** The same, every {@code each} of them of one person. */
    public SmallCounty matters(String unit, String type, Quarter quarter, int n, int each) {
        String name = unit + "/" + type + "/" + quarter + "/";
        sql.sql("""
                INSERT INTO identity.person (id, kind, blind_key, wrapped_key, created_at)
                SELECT md5('person ' || :name || i)::uuid, 'person', sha256(convert_to(:name || i, 'UTF8')), '\\x00', now()
                  FROM generate_series(0, (:n - 1) / :each) i""").param("name", name).param("n", n).param("each", each).update();
        sql.sql("""
                INSERT INTO matter.matter (id, matter_no, unit_code, service_code, service_class, opened_at, due_on, closed_at,
                       outcome, person_id, has_contact, row_digest)
                SELECT md5(:name || i)::uuid, :name || i, :unit, :type, :type, :closed::timestamptz - interval '3 days',
                       :closed::date, :closed::timestamptz, 'done', md5('person ' || :name || ((i - 1) / :each))::uuid, true, '\\x00'
                  FROM generate_series(1, :n) i""")
                .param("name", name)
                .param("unit", unit)
                .param("type", type)
                .param("closed", quarter.first().plusDays(40) + "T10:00+08:00")
                .param("n", n)
                .param("each", each)
                .update();
        return this;
    }

    /** The first {@code n} matters of a unit, by number, are rated. */
    public SmallCounty rated(String unit, String channel, int level, int n) {
        sql.sql("""
                INSERT INTO rating.rating (id, submission, matter_id, channel, overall, rated_at, salt, leaf_hash)
                SELECT gen_random_uuid(), gen_random_uuid(), id, :channel, :level,
                       closed_at + CASE :channel WHEN 'counter' THEN interval '5 minutes' ELSE interval '1 hour' END, sha256('salt'), sha256('leaf')
                  FROM matter.matter WHERE unit_code = :unit ORDER BY matter_no LIMIT :n""")
                .param("unit", unit)
                .param("channel", channel)
                .param("level", level)
                .param("n", n)
                .update();
        return this;
    }

    public SmallCounty withoutContact(String unit, int n) {
        sql.sql("""
                UPDATE matter.matter SET has_contact = false
                 WHERE id IN (SELECT id FROM matter.matter WHERE unit_code = :unit ORDER BY matter_no LIMIT :n)""").param("unit", unit).param("n", n).update();
        return this;
    }

    /** An account, as far as rows refer to it. */
    public UUID account(String username, String role) {
        UUID id = UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sql.sql("""
                INSERT INTO identity.account (id, username, name, role, password_hash, created_at)
                VALUES (?, ?, ?, ?, '-', now())""").params(id, username, username, role).update();
        return id;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
