package io.huiyin.server.demo;

import static java.util.stream.Collectors.groupingBy;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.demo.CallMill.Said;
import io.huiyin.server.demo.CallMill.Try;
import io.huiyin.server.spotcheck.Attempt;
import io.huiyin.server.spotcheck.AttemptOutcome;
import io.huiyin.server.spotcheck.Calls;
import io.huiyin.server.spotcheck.Calls.AskedMatter;
import io.huiyin.server.spotcheck.Content;
import io.huiyin.server.spotcheck.DrawWish;
import io.huiyin.server.spotcheck.Drawing;
import io.huiyin.server.spotcheck.Draws;
import io.huiyin.server.spotcheck.Frame;
import io.huiyin.server.spotcheck.Frames;
import io.huiyin.server.spotcheck.Freezing;
import io.huiyin.server.spotcheck.Interviews;
import io.huiyin.server.spotcheck.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Four quarters, frozen, drawn and called; of the newest draw a few calls are left for whoever tries the demo. */
@DemoOnly
class LoadSpotChecks {

    private static final int INTERVIEWS = 22;
    private static final int RESERVE = 5;
    private static final int LEFT_OPEN = 30;

    private final Frames frames;
    private final Draws draws;
    private final Calls calls;
    private final Interviews interviews;
    private final LoadStore store;

    LoadSpotChecks(Frames frames, Draws draws, Calls calls, Interviews interviews, LoadStore store) {
        this.frames = frames;
        this.draws = draws;
        this.calls = calls;
        this.interviews = interviews;
        this.store = store;
    }

    /** The frame's numbers and the lot follow from the county's seed, so that every machine draws the same. */
    void draw(Quarter quarter, County county) {
        String secret = "demo " + county.wish().seed() + " " + quarter;
        if (!(frames.freezeAsOf(quarter, county.times().frozen(quarter), secret) instanceof Freezing.Frozen frozen))
            throw new IllegalStateException("the demo's frame of " + quarter + " could not be frozen");
        Drawing drawing = draws.drawAsOf(
                frozen.frame(),
                dice(secret, county),
                new DrawWish(INTERVIEWS, RESERVE),
                county.times().frozen(quarter));
        if (!(drawing instanceof Drawing.Done))
            throw new IllegalStateException("the demo's frame of " + quarter + " could not be drawn");
    }

    void call(Quarter quarter, County county, Map<String, Handled> matters) {
        UUID draw = frames.frame(quarter).map(Frame::draw).orElseThrow();
        interviews.recordPast(attempts(quarter, county, called(draw, matters)));
    }

    /** Twenty throws of a ten-sided die. */
    private static String dice(String secret, County county) {
        return county.wish().dice(secret).throwsOfTen(20);
    }

    /** A call that can be made, and its matters. */
    private record Called(UUID call, String name, List<Matter> matters) {
        record Matter(String number, Handled handled) {}
    }

    private List<Called> called(UUID draw, Map<String, Handled> matters) {
        List<AskedMatter> all =
                calls.asked(draw).stream().filter(AskedMatter::contact).toList();
        Map<UUID, String> numbers =
                store.numbers(all.stream().map(AskedMatter::matter).toList());
        Map<UUID, List<AskedMatter>> byCall =
                all.stream().collect(groupingBy(AskedMatter::call, LinkedHashMap::new, Collectors.toList()));
        List<Called> called = new ArrayList<>();
        byCall.forEach((call, asked) -> {
            List<Called.Matter> about = asked.stream()
                    .map(one -> new Called.Matter(one.number(), handled(numbers.get(one.matter()), matters)))
                    .sorted(Comparator.comparing(Called.Matter::number))
                    .toList();
            // the first number tells a call apart on every machine
            called.add(new Called(call, about.getFirst().number(), about));
        });
        called.sort(Comparator.comparing(Called::name));
        return called;
    }

    private static Handled handled(@Nullable String number, Map<String, Handled> matters) {
        return Objects.requireNonNull(matters.get(Objects.requireNonNull(number)), "a drawn matter of the demo");
    }

    private List<Attempt> attempts(Quarter quarter, County county, List<Called> called) {
        Set<UUID> open = quarter.equals(county.times().newest()) ? leftOpen(called, county) : Set.of();
        CallMill mill = county.calls();
        List<Attempt> attempts = new ArrayList<>();
        for (Called one : called) {
            CallMill.Call call = mill.call(
                    one.name(),
                    one.matters().stream().map(Called.Matter::handled).toList(),
                    county.times().frozen(quarter),
                    county.times().callsEnd(quarter));
            List<Try> tries = open.contains(one.call())
                    ? call.tries().subList(0, call.tries().size() / 3)
                    : call.tries();
            for (int i = 0; i < tries.size(); i++)
                attempts.add(
                        attempt(county.wish().dice("try", one.name(), String.valueOf(i)), one, tries.get(i), call));
        }
        attempts.sort(Comparator.comparing(Attempt::at));
        return attempts;
    }

    private static Set<UUID> leftOpen(List<Called> called, County county) {
        return called.stream()
                .sorted(Comparator.comparing(
                        one -> county.wish().dice("open", one.name()).next()))
                .limit(LEFT_OPEN)
                .map(Called::call)
                .collect(Collectors.toSet());
    }

    private static Attempt attempt(Dice dice, Called called, Try one, CallMill.Call call) {
        AttemptOutcome outcome =
                AttemptOutcome.valueOf(one.outcome().toUpperCase(Locale.ROOT).replace('-', '_'));
        List<io.huiyin.server.spotcheck.Answer> answers = new ArrayList<>();
        if (outcome == AttemptOutcome.ANSWERED)
            for (int i = 0; i < call.said().size(); i++)
                answers.add(answer(called.matters().get(i).number(), call.said().get(i)));
        return new Attempt(new UUID(dice.next(), dice.next()), called.call(), one.at(), outcome, null, answers);
    }

    private static io.huiyin.server.spotcheck.Answer answer(String number, Said said) {
        Map<Content, Integer> contents = new EnumMap<>(Content.class);
        Answer answer = said.answer();
        put(contents, Content.SATISFIED, answer.satisfied());
        put(contents, Content.HAPPY, answer.happy());
        put(contents, Content.AGREE, answer.agree());
        put(contents, Content.DONE, answer.done());
        put(contents, Content.ATTITUDE, answer.attitude());
        put(contents, Content.QUALITY, answer.quality());
        put(contents, Content.COMPETENCE, answer.competence());
        return new io.huiyin.server.spotcheck.Answer(
                number, answer.overall(), contents, told(said.ratedBefore()), said.ratedLevel(), told(said.pressed()));
    }

    private static void put(Map<Content, Integer> contents, Content content, @Nullable Integer level) {
        if (level != null) contents.put(content, level);
    }

    private static Told told(String word) {
        return Told.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
