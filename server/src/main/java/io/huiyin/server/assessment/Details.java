package io.huiyin.server.assessment;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Cells;
import io.huiyin.engine.Scheme;
import io.huiyin.engine.Stratum;
import io.huiyin.server.assessment.DetailStore.AnswerCount;
import io.huiyin.server.assessment.DetailStore.Pressed;
import io.huiyin.server.assessment.UnitDetail.Part;
import io.huiyin.server.calendar.Quarter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What one unit's page adds: its quarters and its contents, each computed with the whole county as the score is. */
@Component
public class Details {

    private static final List<String> CONTENTS =
            List.of("satisfied", "happy", "agree", "done", "attitude", "quality", "competence");

    private final InputStore inputs;
    private final DetailStore store;
    private final CycleStore cycles;

    Details(InputStore inputs, DetailStore store, CycleStore cycles) {
        this.inputs = inputs;
        this.store = store;
        this.cycles = cycles;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public UnitDetail of(Cycle cycle, String unit) {
        List<Quarter> drawn = inputs.drawn(cycle.quarters());
        Counts counts = inputs.counts(drawn);
        Scheme scheme = cycles.scheme(cycle.scheme());
        List<AnswerCount> answers = store.contents(drawn);
        Pressed pressed = store.pressed(unit, drawn);
        return new UnitDetail(
                drawn.stream()
                        .map(quarter -> quarter.toString())
                        .flatMap(quarter ->
                                part(quarter, counts.cells(row -> row.quarter().equals(quarter)), scheme, unit))
                        .toList(),
                CONTENTS.stream()
                        .flatMap(content -> part(content, cells(counts, answers, content), scheme, unit))
                        .toList(),
                store.keySections(unit, drawn),
                pressed.asked(),
                pressed.yes());
    }

    private static Stream<Part> part(String name, Cells cells, Scheme scheme, String unit) {
        return Assessment.of(cells, scheme).units().stream()
                .filter(result -> result.unit().equals(unit))
                .map(result -> new Part(name, result));
    }

    /** The same matters, with the answers to another question: who did not answer it counts as not interviewed. */
    private static Cells cells(Counts counts, List<AnswerCount> answers, String content) {
        Map<Rated, Long> answered = new HashMap<>();
        Cells cells = new Cells();
        counts.kinds().forEach(cells::kind);
        for (AnswerCount answer : answers) {
            if (!answer.content().equals(content)) continue;
            Stratum stratum = new Stratum(answer.quarter(), answer.unit(), answer.type());
            cells.add(stratum, answer.rating(), answer.level(), answer.matters());
            answered.merge(new Rated(stratum, answer.rating()), answer.matters(), Long::sum);
        }
        Map<Rated, Long> matters = new HashMap<>();
        for (Count row : counts.rows()) {
            matters.merge(new Rated(row.stratum(), row.rating()), row.matters(), Long::sum);
            cells.drawn(row.stratum(), row.drawn());
            cells.contacts(row.unit(), row.matters(), row.contacts());
        }
        matters.forEach((rated, all) -> cells.add(
                rated.stratum,
                rated.rating,
                0,
                all - Optional.ofNullable(answered.get(rated)).orElse(0L)));
        return cells;
    }

    private record Rated(Stratum stratum, int rating) {}
}
