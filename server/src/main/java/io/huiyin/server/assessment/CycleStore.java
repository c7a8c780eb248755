package io.huiyin.server.assessment;

import io.huiyin.engine.Scheme;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CycleStore {

    private static final String CYCLE = """
            SELECT code, scheme_code, first_day, last_day, published_at, encode(inputs, 'hex') AS inputs,
                   encode(counts, 'hex') AS counts
              FROM assessment.cycle""";

    private final JdbcClient sql;

    CycleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Under the scheme in force when its last quarter ends; false when it is open already. */
    boolean insert(Quarter first, Quarter last, Instant at, @Nullable UUID by) {
        return sql.sql("""
                INSERT INTO assessment.cycle (code, scheme_code, first_day, last_day, opened_at, opened_by)
                VALUES (:code, (SELECT code FROM assessment.scheme ORDER BY valid_from > :last, valid_from DESC LIMIT 1),
                        :first, :last, :at, :by)
                ON CONFLICT (code) DO NOTHING""")
                        .param("code", Cycle.code(first, last))
                        .param("first", first.first())
                        .param("last", last.last())
                        .param("at", SqlTime.of(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** When, by whom, and the digests of what the result rests on. */
    record Stamp(Instant at, @Nullable UUID by, String inputs, String counts) {}

    boolean publish(String code, Stamp stamp) {
        return sql.sql("""
                UPDATE assessment.cycle
                   SET published_at = :at, published_by = :by, inputs = :inputs, counts = :counts
                 WHERE code = :code AND published_at IS NULL""")
                        .param("code", code)
                        .param("at", SqlTime.of(stamp.at()))
                        .param("by", stamp.by())
                        .param("inputs", HexFormat.of().parseHex(stamp.inputs()))
                        .param("counts", HexFormat.of().parseHex(stamp.counts()))
                        .update()
                == 1;
    }

    Optional<Cycle> find(String code) {
        return sql.sql(CYCLE + " WHERE code = :code")
                .param("code", code)
                .query(CycleStore::cycle)
                .optional();
    }

    List<Cycle> all() {
        return sql.sql(CYCLE + " ORDER BY last_day DESC, first_day DESC")
                .query(CycleStore::cycle)
                .list();
    }

    /** What was declared, as the engine takes it; the points of the answers are those of the engine. */
    Scheme scheme(String code) {
        Scheme shipped = Scheme.asShipped();
        return sql.sql("SELECT * FROM assessment.scheme WHERE code = :code")
                .param("code", code)
                .query((row, n) -> new Scheme(
                        shipped.scores(),
                        row.getDouble("level"),
                        row.getDouble("prior_df"),
                        row.getDouble("silent_shift"),
                        row.getDouble("coverage"),
                        row.getInt("minimum"),
                        shipped.goodFrom()))
                .single();
    }

    private static Cycle cycle(ResultSet row, int n) throws SQLException {
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        return new Cycle(
                row.getString("code"),
                row.getString("scheme_code"),
                Quarter.of(row.getObject("first_day", LocalDate.class)),
                Quarter.of(row.getObject("last_day", LocalDate.class)),
                published == null ? null : published.toInstant(),
                row.getString("inputs"),
                row.getString("counts"));
    }
}
