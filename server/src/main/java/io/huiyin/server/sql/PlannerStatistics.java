package io.huiyin.server.sql;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database's planner knows of the tables' sizes; whoever adds very many rows brings it up to date. */
@Component
public class PlannerStatistics {

    private final JdbcClient sql;

    PlannerStatistics(JdbcClient sql) {
        this.sql = sql;
    }

    /** Looks at every table that changed since it was looked at: a second for a county. */
    public void refresh() {
        sql.sql("SELECT sql.analyze()").query(row -> {});
    }
}
