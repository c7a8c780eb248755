package io.huiyin.server.csv;

import io.huiyin.server.csv.Imports.Summary;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunStore {

    private final JdbcClient sql;

    RunStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(String kind, String file, Instant started, Instant finished, Summary summary) {
        sql.sql("""
                INSERT INTO csv.run (id, kind, file, started_at, finished_at, taken, unchanged, rejected)
                VALUES (:id, :kind, :file, :started, :finished, :taken, :unchanged, :rejected)""")
                .param("id", Ids.next())
                .param("kind", kind)
                .param("file", file)
                .param("started", SqlTime.of(started))
                .param("finished", SqlTime.of(finished))
                .param("taken", summary.taken())
                .param("unchanged", summary.unchanged())
                .param("rejected", summary.rejected())
                .update();
    }

    List<Run> recent(int most) {
        return sql.sql("""
                SELECT kind, file, started_at, finished_at, taken, unchanged, rejected FROM csv.run
                 ORDER BY started_at DESC, id DESC LIMIT :most""").param("most", most).query(Run.class).list();
    }
}
