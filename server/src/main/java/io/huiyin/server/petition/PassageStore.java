package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PassageStore {

    private static final String ROW = """
            SELECT id, unit_code AS unit, part, name, words, retired, version FROM petition.passage""";
    private static final String ORDER =
            " ORDER BY array_position(ARRAY['facts', 'opinion', 'basis', 'measures'], part), name, id";

    private final JdbcClient sql;

    PassageStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that a unit's handlers may use: its own and the county's. */
    List<Passage> usable(String unit) {
        return sql.sql(ROW + " WHERE NOT retired AND (unit_code IS NULL OR unit_code = :unit)" + ORDER)
                .param("unit", unit)
                .query(Passage.class)
                .list();
    }

    /** @param unit null: the county's */
    List<Passage> of(@Nullable String unit) {
        return sql.sql(ROW + " WHERE unit_code IS NOT DISTINCT FROM :unit" + ORDER)
                .param("unit", unit, Types.VARCHAR)
                .query(Passage.class)
                .list();
    }

    Optional<Passage> find(UUID id) {
        return sql.sql(ROW + " WHERE id = :id")
                .param("id", id)
                .query(Passage.class)
                .optional();
    }

    /** 0: one of that name is in use already. */
    int insert(Passage passage, UUID by, Instant at) {
        return sql.sql("""
                INSERT INTO petition.passage (id, unit_code, part, name, words, changed_by, changed_at)
                VALUES (:id, :unit, :part, :name, :words, :by, :at) ON CONFLICT DO NOTHING""")
                .param("id", passage.id())
                .param("unit", passage.unit(), Types.VARCHAR)
                .param("part", passage.part())
                .param("name", passage.name())
                .param("words", passage.words())
                .param("by", by)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Whether another one in use has the name of this one. */
    boolean taken(Passage passage) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM petition.passage
                                WHERE NOT retired AND unit_code IS NOT DISTINCT FROM :unit AND part = :part AND name = :name AND id <> :id)""")
                .param("unit", passage.unit(), Types.VARCHAR)
                .param("part", passage.part())
                .param("name", passage.name())
                .param("id", passage.id())
                .query(Boolean.class)
                .single();
    }

    /** 0: somebody else changed it since. */
    int change(Passage passage, UUID by, Instant at) {
        return sql.sql("""
                UPDATE petition.passage
                   SET name = :name, words = :words, retired = :retired, version = version + 1, changed_by = :by, changed_at = :at
                 WHERE id = :id AND version = :seen""")
                .param("id", passage.id())
                .param("name", passage.name())
                .param("words", passage.words())
                .param("retired", passage.retired())
                .param("seen", passage.version())
                .param("by", by)
                .param("at", SqlTime.of(at))
                .update();
    }
}
