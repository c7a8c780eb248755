package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quarter frozen, drawn and answered, for tests of what comes after. */
public final class PastSpotCheck {

    public static final Instant LATER = Instant.parse("2026-10-10T02:00:00Z");
    public static final String DICE = "31415926535897932384";

    private final Frames frames;
    private final Draws draws;
    private final Calls calls;
    private final Interviews interviews;
    private final JdbcClient sql;

    private PastSpotCheck(ApplicationContext context) {
        frames = context.getBean(Frames.class);
        draws = context.getBean(Draws.class);
        calls = context.getBean(Calls.class);
        interviews = context.getBean(Interviews.class);
        sql = context.getBean(JdbcClient.class);
    }

    public static PastSpotCheck in(ApplicationContext context) {
        return new PastSpotCheck(context);
    }

    public UUID frozen(Quarter quarter) {
        return ((Freezing.Frozen) frames.freezeAsOf(quarter, LATER)).frame();
    }

    public UUID drawn(Quarter quarter, int interviewsWanted) {
        Drawing drawing = draws.drawAsOf(frozen(quarter), DICE, new DrawWish(interviewsWanted, 0), LATER);
        return ((Drawing.Done) drawing).draw();
    }

    /** The unit's drawn matters, in the order of numbers, are answered at these levels; the rest stay silent. */
    public void answered(UUID draw, String unit, int... levels) {
        Map<String, UUID> callOf = new HashMap<>();
        calls.asked(draw).forEach(asked -> callOf.put(asked.number(), asked.call()));
        List<String> numbers = numbers(draw, unit);
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < levels.length; i++)
            attempts.add(new Attempt(
                    UUID.randomUUID(),
                    callOf.get(numbers.get(i)),
                    LATER,
                    AttemptOutcome.ANSWERED,
                    null,
                    List.of(answer(numbers.get(i), levels[i]))));
        interviews.recordPast(attempts);
    }

    private static Answer answer(String number, int level) {
        Map<Content, Integer> contents = new EnumMap<>(Content.class);
        contents.put(Content.ATTITUDE, level);
        return new Answer(number, level, contents, Told.UNKNOWN, null, Told.NO);
    }

    private List<String> numbers(UUID draw, String unit) {
        return sql.sql("""
                SELECT m.number FROM spotcheck.call_matter m JOIN spotcheck.shared_sample o ON o.number = m.number
                 WHERE m.draw_id = :draw AND o.unit_code = :unit ORDER BY m.number""")
                .param("draw", draw)
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    public static int[] times(int n, int level) {
        int[] levels = new int[n];
        Arrays.fill(levels, level);
        return levels;
    }
}
