package io.huiyin.server;

import io.huiyin.server.sql.Refusal;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database that may forget what was acknowledged, or whose application account could rewrite what nobody
 * may rewrite.
 */
@Component
@DependsOnDatabaseInitialization
class DatabaseGuard implements InitializingBean {

    private final JdbcClient sql;

    DatabaseGuard(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void afterPropertiesSet() {
        for (String setting : List.of("fsync", "full_page_writes")) require(setting, List.of("on"));
        require("synchronous_commit", List.of("on", "remote_apply"));
        if (version() < 150_000) throw new Refusal("This PostgreSQL is older than 15: use 15 or newer.");
        if (sql.sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single())
            throw new Refusal(
                    "HUIYIN_DB_USER is a superuser and could change ratings: give the application an account of its own.");
        List<String> owned = sql.sql("""
                SELECT schemaname || '.' || tablename FROM pg_tables
                 WHERE pg_has_role(current_user, tableowner, 'MEMBER') AND schemaname NOT IN ('pg_catalog', 'information_schema')
                 LIMIT 3""").query(String.class).list();
        if (!owned.isEmpty())
            throw new Refusal("HUIYIN_DB_USER owns " + String.join(", ", owned)
                    + " and could change ratings: only HUIYIN_DB_OWNER_USER may own tables.");
    }

    private void require(String setting, List<String> allowed) {
        String value = sql.sql("SELECT current_setting(:name)")
                .param("name", setting)
                .query(String.class)
                .single();
        if (!allowed.contains(value))
            throw new Refusal("PostgreSQL runs with " + setting + "=" + value
                    + ", so an acknowledged rating could be lost: set it to on.");
    }

    private int version() {
        return sql.sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
    }
}
