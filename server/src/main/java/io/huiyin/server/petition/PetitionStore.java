package io.huiyin.server.petition;

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
class PetitionStore {

    private final JdbcClient sql;
    private final CopyIn copy;

    PetitionStore(JdbcClient sql, CopyIn copy) {
        this.sql = sql;
        this.copy = copy;
    }

    /** A petition that is in the table. */
    record Known(UUID id, String number, String reply, byte[] digest) {
        boolean same(NewPetition petition) {
            return Arrays.equals(digest, petition.digest());
        }

        boolean open() {
            return !reply.equals(Reply.ANSWERED.word());
        }
    }

    List<String> acknowledgements() {
        return sql.sql("SELECT phrase FROM petition.acknowledgement")
                .query(String.class)
                .list();
    }

    List<String> sayingNothing() {
        return sql.sql("SELECT phrase FROM petition.saying_nothing")
                .query(String.class)
                .list();
    }

    /** Those that are in the table already, by number. Locks out other writers first, so that nobody adds the same meanwhile. */
    Map<String, Known> known(List<NewPetition> petitions) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('petition.petition'))").query(rows -> {});
        Map<String, Known> known = new HashMap<>();
        sql.sql("""
                SELECT id, petition_no AS number, reply, row_digest AS digest
                  FROM petition.petition WHERE petition_no = ANY (:numbers)""")
                .param("numbers", petitions.stream().map(NewPetition::number).toArray(String[]::new))
                .query(Known.class)
                .list()
                .forEach(one -> known.put(one.number(), one));
        return known;
    }

    void insert(List<PetitionRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (PetitionRow row : rows) values.add(values(row));
        copy.into("""
                petition.petition (id, petition_no, source_system, external_id, received_at, channel, title, body,
                    petitioner_id, unit_code, answer, replied_at, reply, matter_id, row_digest)""", values);
    }

    private static @Nullable Object[] values(PetitionRow row) {
        NewPetition petition = row.petition();
        return new @Nullable Object[] {
            row.id(),
            petition.number(),
            petition.source().system(),
            petition.source().externalId(),
            petition.receivedAt(),
            petition.source().channel(),
            petition.words().title(),
            petition.words().text(),
            row.petitioner(),
            petition.unit(),
            petition.answer().text(),
            petition.answer().at(),
            row.reply().word(),
            row.matter(),
            petition.digest()
        };
    }

    /** Brings petitions that were not answered yet up to date. */
    void update(List<PetitionRow> rows) {
        if (rows.isEmpty()) return;
        sql.sql("""
                UPDATE petition.petition p
                   SET received_at = t.received_at, channel = t.channel, title = t.title, body = t.body,
                       petitioner_id = coalesce(t.petitioner_id, p.petitioner_id), unit_code = t.unit_code,
                       answer = t.answer, replied_at = t.replied_at, reply = t.reply,
                       matter_id = coalesce(t.matter_id, p.matter_id), row_digest = t.row_digest, version = p.version + 1
                  FROM unnest(:ids::uuid[], :received::text[]::timestamptz[], :channels::text[], :titles::text[],
                              :bodies::text[], :petitioners::uuid[], :units::text[], :answers::text[],
                              :replied::text[]::timestamptz[], :replies::text[], :matters::uuid[], :digests::bytea[])
                       AS t (id, received_at, channel, title, body, petitioner_id, unit_code, answer, replied_at, reply,
                             matter_id, row_digest)
                 WHERE p.id = t.id""")
                .param("ids", rows.stream().map(PetitionRow::id).toArray(UUID[]::new))
                .param(
                        "received",
                        texts(rows, row -> row.petition().receivedAt().toString()))
                .param("channels", texts(rows, row -> row.petition().source().channel()))
                .param("titles", texts(rows, row -> row.petition().words().title()))
                .param("bodies", texts(rows, row -> row.petition().words().text()))
                .param("petitioners", rows.stream().map(PetitionRow::petitioner).toArray(UUID[]::new))
                .param("units", texts(rows, row -> row.petition().unit()))
                .param("answers", texts(rows, row -> row.petition().answer().text()))
                .param("replied", texts(rows, PetitionStore::repliedAt))
                .param("replies", texts(rows, row -> row.reply().word()))
                .param("matters", rows.stream().map(PetitionRow::matter).toArray(UUID[]::new))
                .param(
                        "digests",
                        rows.stream().map(row -> row.petition().digest()).toArray(byte[][]::new))
                .update();
    }

    private static @Nullable String repliedAt(PetitionRow row) {
        return row.petition().answer().at() == null
                ? null
                : row.petition().answer().at().toString();
    }

    private static @Nullable String[] texts(List<PetitionRow> rows, Function<PetitionRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
