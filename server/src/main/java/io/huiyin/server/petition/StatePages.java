package io.huiyin.server.petition;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The table of states and moves, as open data: what may follow what, who may move it, which clock runs, and who is told what. */
@Controller
class StatePages {

    private final Transitions transitions;

    StatePages(Transitions transitions) {
        this.transitions = transitions;
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
