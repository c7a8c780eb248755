package io.huiyin.server.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * The framework's client, but that {@code query(SomeRecord.class)} finds the columns once a result ({@link RecordRows}); the
 * framework's own way asks for every column of every row by two names, and each first try ends in an exception.
 */
final class RecordClient implements JdbcClient {

    private final JdbcClient plain;

    private RecordClient(JdbcClient plain) {
        this.plain = plain;
    }

    @Configuration
    static class Everywhere {

        /** Several times as many as we have, so that none is parsed twice. */
        private static final int STATEMENTS = 4096;

        /** There is one: named, it need not be looked for at every transaction. */
        Everywhere(TransactionInterceptor transactions) {
            transactions.setTransactionManagerBeanName("transactionManager");
        }

        @Bean
        JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
            template.setCacheLimit(STATEMENTS);
            return new RecordClient(JdbcClient.create(template));
        }
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(plain.sql(sql));
    }

    private record Statement(StatementSpec plain) implements StatementSpec {

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> type) {
            return type.isRecord() ? plain.query(RecordRows.of(type)) : plain.query(type);
        }

        @Override
        public StatementSpec withFetchSize(int rows) {
            plain.withFetchSize(rows);
            return this;
        }

        @Override
        public StatementSpec withMaxRows(int rows) {
            plain.withMaxRows(rows);
            return this;
        }

        @Override
        public StatementSpec withQueryTimeout(int seconds) {
            plain.withQueryTimeout(seconds);
            return this;
        }

        @Override
        public StatementSpec param(@Nullable Object value) {
            plain.param(value);
            return this;
        }

        @Override
        public StatementSpec param(int place, @Nullable Object value) {
            plain.param(place, value);
            return this;
        }

        @Override
        public StatementSpec param(int place, @Nullable Object value, int type) {
            plain.param(place, value, type);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value) {
            plain.param(name, value);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value, int type) {
            plain.param(name, value, type);
            return this;
        }

        @Override
        public StatementSpec params(@Nullable Object... values) {
            plain.params(values);
            return this;
        }

        @Override
        public StatementSpec params(List<?> values) {
            plain.params(values);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> values) {
            plain.params(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(Object values) {
            plain.paramSource(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource values) {
            plain.paramSource(values);
            return this;
        }

        @Override
        public ResultQuerySpec query() {
            return plain.query();
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> rows) {
            return plain.query(rows);
        }

        @Override
        public void query(RowCallbackHandler rows) {
            plain.query(rows);
        }

        @Override
        public <T> T query(ResultSetExtractor<T> rows) {
            return plain.query(rows);
        }

        @Override
        public int update() {
            return plain.update();
        }

        @Override
        public int update(KeyHolder keys) {
            return plain.update(keys);
        }

        @Override
        public int update(KeyHolder keys, String... columns) {
            return plain.update(keys, columns);
        }
    }
}
