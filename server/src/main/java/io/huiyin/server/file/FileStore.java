package io.huiyin.server.file;

import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FileStore {

    private static final String COLUMNS = "id, no, kind, size, sha256, kept_at, settled_at";

    private final JdbcClient sql;

    FileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Files of one owner are counted and numbered one after the other; nobody else waits. */
    void oneAtATime(UUID owner) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('file ' || :owner, 0))")
                .param("owner", owner.toString())
                .query(row -> {});
    }

    void insert(UUID owner, Attachment file, byte[] bytes) {
        sql.sql("""
                INSERT INTO file.file (id, owner, no, kind, bytes, sha256, kept_at, settled_at)
                VALUES (:id, :owner, :no, :kind, :bytes, :sha256, :at, :settled::timestamptz)""")
                .param("id", file.id())
                .param("owner", owner)
                .param("no", file.no())
                .param("kind", file.kind().name())
                .param("bytes", bytes)
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("at", SqlTime.of(file.keptAt()))
                .param("settled", file.settled() ? SqlTime.of(file.keptAt()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    List<Attachment> of(UUID owner) {
        return sql.sql("SELECT " + COLUMNS + " FROM file.file WHERE owner = :owner ORDER BY no")
                .param("owner", owner)
                .query((row, n) -> attachment(row))
                .list();
    }

    Optional<Content> find(UUID owner, UUID id) {
        return sql.sql("SELECT " + COLUMNS + ", bytes FROM file.file WHERE owner = :owner AND id = :id")
                .param("owner", owner)
                .param("id", id)
                .query((row, n) -> new Content(attachment(row), row.getBytes("bytes")))
                .optional();
    }

    void remove(UUID owner, UUID id) {
        sql.sql("DELETE FROM file.file WHERE owner = :owner AND id = :id AND settled_at IS NULL")
                .param("owner", owner)
                .param("id", id)
                .update();
    }

    void settle(UUID owner, Instant at) {
        sql.sql("UPDATE file.file SET settled_at = :at WHERE owner = :owner AND settled_at IS NULL")
                .param("owner", owner)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Bytes that wait for their owner, of everybody. */
    long waiting() {
        return sql.sql("SELECT coalesce(sum(size), 0) FROM file.file WHERE settled_at IS NULL")
                .query(Long.class)
                .single();
    }

    int removeWaiting(Instant before) {
        return sql.sql("DELETE FROM file.file WHERE settled_at IS NULL AND kept_at < :before")
                .param("before", SqlTime.of(before))
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getInt("no"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                row.getObject("settled_at") != null);
    }
}
