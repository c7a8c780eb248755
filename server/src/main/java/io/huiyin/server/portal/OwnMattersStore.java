package io.huiyin.server.portal;

import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.sql.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnMattersStore {

    private final JdbcClient sql;

    OwnMattersStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Matters closed in the cycle that an official decided. */
    long decided(String official, Cycle cycle) {
        return sql.sql("""
                SELECT count(*) FROM matter.shared_matter
                 WHERE decided_by = :official AND closed_at >= :begin AND closed_at < :end""")
                .param("official", official)
                .param("begin", SqlTime.of(SqlTime.startOf(cycle.first().first())))
                .param("end", SqlTime.of(SqlTime.startOf(cycle.last().last().plusDays(1))))
                .query(Long.class)
                .single();
    }
}
