package io.huiyin.server.matter;

import io.huiyin.server.matter.NewMatter.Ending;
import io.huiyin.server.sql.CopyIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatterStore {

    private final JdbcClient sql;
    private final CopyIn copy;

    MatterStore(JdbcClient sql, CopyIn copy) {
        this.sql = sql;
        this.copy = copy;
    }

    /** A matter that is in the table. */
    record Known(UUID id, String number, boolean closed, byte[] digest) {
        boolean same(NewMatter matter) {
            return Arrays.equals(digest, matter.digest());
        }
    }

    /** Those that are in the table already, by number. Locks out other writers first, so that nobody adds the same meanwhile. */
    Map<String, Known> known(List<NewMatter> matters) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('matter.matter'))").query(rows -> {});
        Map<String, Known> known = new HashMap<>();
        sql.sql("""
                SELECT id, matter_no AS number, closed_at IS NOT NULL AS closed, row_digest AS digest
                  FROM matter.matter WHERE matter_no = ANY (:numbers)""")
                .param("numbers", matters.stream().map(NewMatter::number).toArray(String[]::new))
                .query(Known.class)
                .list()
                .forEach(one -> known.put(one.number(), one));
        return known;
    }

    void insert(List<MatterRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (MatterRow row : rows) values.add(values(row));
        copy.into("""
                matter.matter (id, matter_no, source_system, external_id, unit_code, section_code, post_code,
                    service_code, service_class, received_by, decided_by, delivered_by, channel, opened_at, due_on,
                    closed_at, outcome, person_id, has_contact, contact_source, applied_by_proxy, row_digest,
                    closing_entry, closing_salt)""", values);
    }

    private static @Nullable Object[] values(MatterRow row) {
        NewMatter matter = row.matter();
        Ending ending = matter.ending();
        return new @Nullable Object[] {
            row.id(),
            matter.number(),
            matter.origin().sourceSystem(),
            matter.origin().externalId(),
            matter.place().unit(),
            matter.place().section(),
            matter.place().post(),
            matter.service().code(),
            row.serviceClass().word(),
            matter.hands().received(),
            matter.hands().decided(),
            matter.hands().delivered(),
            matter.origin().channel(),
            matter.openedAt(),
            row.due(),
            ending == null ? null : ending.at(),
            ending == null ? null : ending.outcome().word(),
            row.person(),
            row.hasContact(),
            matter.origin().contactSource(),
            matter.byProxy(),
            matter.digest(),
            row.closingEntry(),
            row.closingSalt()
        };
    }

    /** Brings open matters up to date. */
    void update(List<MatterRow> rows) {
        if (rows.isEmpty()) return;
        sql.sql("""
                UPDATE matter.matter m
                   SET unit_code = t.unit_code, section_code = t.section_code, post_code = t.post_code,
                       service_code = t.service_code, service_class = t.service_class,
                       received_by = t.received_by, decided_by = t.decided_by, delivered_by = t.delivered_by,
                       channel = t.channel, opened_at = t.opened_at, due_on = t.due_on, closed_at = t.closed_at,
                       outcome = t.outcome, person_id = coalesce(t.person_id, m.person_id),
                       has_contact = t.has_contact OR m.has_contact, applied_by_proxy = t.applied_by_proxy,
                       row_digest = t.row_digest, closing_entry = t.closing_entry, closing_salt = t.closing_salt,
                       version = m.version + 1
                  FROM unnest(:ids::uuid[], :units::text[], :sections::text[], :posts::text[], :services::text[],
                              :classes::text[], :received::text[], :decided::text[], :delivered::text[],
                              :channels::text[], :opened::timestamptz[], :due::date[], :closed::timestamptz[],
                              :outcomes::text[], :persons::uuid[], :contacts::boolean[], :proxies::boolean[],
                              :digests::bytea[], :entries::uuid[], :salts::bytea[])
                       AS t (id, unit_code, section_code, post_code, service_code, service_class, received_by,
                             decided_by, delivered_by, channel, opened_at, due_on, closed_at, outcome, person_id,
                             has_contact, applied_by_proxy, row_digest, closing_entry, closing_salt)
                 WHERE m.id = t.id""")
                .param("ids", array(rows, MatterRow::id, new UUID[0]))
                .param("units", texts(rows, row -> row.matter().place().unit()))
                .param("sections", texts(rows, row -> row.matter().place().section()))
                .param("posts", texts(rows, row -> row.matter().place().post()))
                .param("services", texts(rows, row -> row.matter().service().code()))
                .param("classes", texts(rows, row -> row.serviceClass().word()))
                .param("received", texts(rows, row -> row.matter().hands().received()))
                .param("decided", texts(rows, row -> row.matter().hands().decided()))
                .param("delivered", texts(rows, row -> row.matter().hands().delivered()))
                .param("channels", texts(rows, row -> row.matter().origin().channel()))
                // the driver takes no arrays of days and times: they go as text
                .param("opened", texts(rows, row -> row.matter().openedAt().toString()))
                .param(
                        "due",
                        texts(rows, row -> row.due() == null ? null : row.due().toString()))
                .param(
                        "closed",
                        texts(rows, row -> row.closed() ? row.ending().at().toString() : null))
                .param(
                        "outcomes",
                        texts(rows, row -> row.closed() ? row.ending().outcome().word() : null))
                .param("persons", array(rows, MatterRow::person, new UUID[0]))
                .param("contacts", array(rows, MatterRow::hasContact, new Boolean[0]))
                .param("proxies", array(rows, row -> row.matter().byProxy(), new Boolean[0]))
                .param("digests", array(rows, row -> row.matter().digest(), new byte[0][]))
                .param("entries", array(rows, MatterRow::closingEntry, new UUID[0]))
                .param("salts", array(rows, MatterRow::closingSalt, new byte[0][]))
                .update();
    }

    private static @Nullable String[] texts(List<MatterRow> rows, Function<MatterRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable T[] array(List<MatterRow> rows, Function<MatterRow, @Nullable T> column, T[] kind) {
        List<@Nullable T> values = new ArrayList<>(rows.size());
        for (MatterRow row : rows) values.add(column.apply(row));
        return values.toArray(kind);
    }
}
