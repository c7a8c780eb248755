package io.huiyin.server.petition;

import io.huiyin.server.calendar.LegalValue;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The table of states and moves, as open data: what may follow what, who may move it, which clock runs, and who is told what. */
@Controller
class StatePages {

    private final Transitions transitions;
    private final LegalValues values;
    private final Clock clock;

    StatePages(Transitions transitions, LegalValues values, Clock clock) {
        this.transitions = transitions;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What may follow a state.
     *
     * @param limit how long the next state may last; null: no clock begins with it
     */
    record Way(Transition transition, @Nullable LegalValue limit) {}

    /** The table in words, for residents. */
    @GetMapping("/steps")
    ModelAndView read() {
        LocalDate today = SqlTime.day(clock.instant());
        Map<String, List<Way>> from = transitions.all().stream()
                .collect(Collectors.groupingBy(
                        Transition::fromState,
                        Collectors.mapping(one -> new Way(one, limit(one, today)), Collectors.toList())));
        return new ModelAndView("petition/states").addObject("from", from);
    }

    private @Nullable LegalValue limit(Transition one, LocalDate today) {
        return one.clock().startsWith("petition.") ? values.inForce(one.clock(), today) : null;
    }

    @GetMapping("/data/states.csv")
    ResponseEntity<String> states() {
        StringBuilder csv = new StringBuilder("axis,move,from,to,who,needs,clock,told\r\n");
        for (Transition one : transitions.all())
            csv.append(String.join(
                            ",",
                            one.axis(),
                            one.move(),
                            one.fromState(),
                            one.toState(),
                            String.join(" ", one.who().stream().sorted().toList()),
                            String.join(" ", one.needs().stream().sorted().toList()),
                            one.clock(),
                            one.told()))
                    .append("\r\n");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .body(csv.toString());
    }
}
