package io.huiyin.server.rating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The national reason codes in use; a new edition comes with a migration, so they are read once. */
@Component
@DependsOnDatabaseInitialization
public class Reasons {

    private final Map<String, Reason> byCode;

    Reasons(JdbcClient sql) {
        byCode = sql
                .sql("SELECT code, level, text_zh, text_en, upper(content) AS content FROM rating.reason")
                .query(Reason.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));
    }

    public Optional<Reason> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those of one level, in the order of their codes. */
    public List<Reason> of(int level) {
        return byCode.values().stream()
                .filter(reason -> reason.level() == level)
                .sorted(java.util.Comparator.comparing(Reason::code))
                .toList();
    }

    boolean allBelongTo(int level, Collection<String> codes) {
        return codes.stream()
                .allMatch(code -> find(code).filter(r -> r.level() == level).isPresent());
    }
}
