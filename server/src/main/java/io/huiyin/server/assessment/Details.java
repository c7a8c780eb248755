package io.huiyin.server.assessment;

import io.huiyin.engine.Assessment;
import io.huiyin.server.assessment.DetailStore.Pressed;
import io.huiyin.server.assessment.UnitDetail.Part;
import io.huiyin.server.calendar.Quarter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Details(InputStore inputs, DetailStore store) {
        this.inputs = inputs;
        this.store = store;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public UnitDetail of(CycleResult result, String unit) {
        DrawnQuarters drawn = inputs.drawn(result.cycle().quarters());
        Parts parts = kept(result, drawn);
        Pressed pressed = store.pressed(unit, drawn);
        return new UnitDetail(
                parts.of(drawn.quarters().stream().map(Quarter::toString).toList(), unit),
                parts.of(CONTENTS, unit),
                store.keySections(unit, drawn),
                pressed.asked(),
                pressed.yes());
    }

    /** One computation serves all units, as long as no interview changes. */
    private record Kept(String interviews, Parts parts) {}

    private Parts kept(CycleResult result, DrawnQuarters drawn) {
        Kept known = kept.get(result.cycle().code());
        if (known != null && known.interviews.equals(result.interviews())) return known.parts;
        Parts parts = parts(result, drawn);
        kept.put(result.cycle().code(), new Kept(result.interviews(), parts));
        return parts;
    }

    private Parts parts(CycleResult result, DrawnQuarters drawn) {
        Counts counts = inputs.counts(drawn);
        Parts parts = new Parts();
        for (Quarter quarter : drawn.quarters())
            parts.put(
                    quarter.toString(),
                    Assessment.of(
                            counts.cells(quarter.toString()),
                            result.assessment().scheme()));
        store.contents(drawn)
                .forEach((content, answers) -> parts.put(
                        content,
                        Assessment.of(counts.cells(answers), result.assessment().scheme())));
        return parts;
    }

    /** The county's results by part: by quarter, and by question. */
    static final class Parts {
        private final Map<String, Assessment> results = new HashMap<>();

        void put(String name, Assessment result) {
            results.put(name, result);
        }

        List<Part> of(List<String> names, String unit) {
            return names.stream().flatMap(name -> one(name, unit)).toList();
        }

        private Stream<Part> one(String name, String unit) {
            Assessment result = results.get(name);
            if (result == null) return Stream.of();
            return result.units().stream()
                    .filter(one -> one.unit().equals(unit))
                    .map(one -> new Part(name, one));
        }
    }
}
