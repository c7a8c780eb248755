package io.huiyin.server.portal;

import io.huiyin.server.portal.HomeFigures.Course;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HomeFiguresStore {

    private final JdbcClient sql;

    HomeFiguresStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Counts(long now, long before) {}

    /** Matters closed. */
    Course handled(QuarterSoFar quarter) {
        Counts counts = sql.sql("""
                SELECT count(*) FILTER (WHERE closed_at >= :begin) AS now,
                       count(*) FILTER (WHERE closed_at < :endBefore) AS before
                  FROM matter.shared_matter
                 WHERE closed_at >= :beginBefore AND closed_at < :end""").params(times(quarter)).query(Counts.class).single();
        List<Long> months =
                sql.sql("""
                SELECT count(*)
                  FROM matter.shared_matter
                 WHERE closed_at >= :beginMonths AND closed_at < :endMonths
                 GROUP BY date_trunc('month', closed_at, 'Asia/Shanghai')
                 ORDER BY date_trunc('month', closed_at, 'Asia/Shanghai')""").params(times(quarter)).query(Long.class).list();
        return new Course(counts.now, counts.before, months);
    }

    /** Ratings given, wherever. */
    Course rated(QuarterSoFar quarter) {
        Counts counts = sql.sql("""
                SELECT count(*) FILTER (WHERE rated_at >= :begin) AS now,
                       count(*) FILTER (WHERE rated_at < :endBefore) AS before
                  FROM rating.shared_given
                 WHERE rated_at >= :beginBefore AND rated_at < :end""").params(times(quarter)).query(Counts.class).single();
        List<Long> months =
                sql.sql("""
                SELECT count(*)
                  FROM rating.shared_given
                 WHERE rated_at >= :beginMonths AND rated_at < :endMonths
                 GROUP BY date_trunc('month', rated_at, 'Asia/Shanghai')
                 ORDER BY date_trunc('month', rated_at, 'Asia/Shanghai')""").params(times(quarter)).query(Long.class).list();
        return new Course(counts.now, counts.before, months);
    }

    private static Map<String, Object> times(QuarterSoFar quarter) {
        return Map.of(
                "begin", quarter.begin(),
                "end", quarter.end(),
                "beginBefore", quarter.beginBefore(),
                "endBefore", quarter.endBefore(),
                "beginMonths", quarter.beginMonths(),
                "endMonths", quarter.endMonths());
    }
}
