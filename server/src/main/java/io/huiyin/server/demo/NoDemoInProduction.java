package io.huiyin.server.demo;

import io.huiyin.server.sql.Refusal;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Production refuses a database in which the demo county was begun: everybody may know the password of its accounts. */
@Component
@ConditionalOnBooleanProperty("huiyin.production")
@DependsOnDatabaseInitialization
class NoDemoInProduction implements InitializingBean {

    private final JdbcClient sql;

    NoDemoInProduction(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void afterPropertiesSet() {
        if (sql.sql("SELECT EXISTS (SELECT 1 FROM demo.county)")
                .query(Boolean.class)
                .single())
            throw new Refusal(
                    "This database holds the demo county, whose accounts have a published password: serve on an"
                            + " empty one (another HUIYIN_DATA, or another HUIYIN_DB_URL).");
    }
}
