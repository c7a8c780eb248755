package io.huiyin.server.portal;

import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.Results;
import io.huiyin.server.assessment.UnitOutcome;
import io.huiyin.server.identity.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an assessed official sees of their own: the unit's published result, and the number of own matters. */
@Controller
class MyAssessmentPages {

    private final Cycles cycles;
    private final Results results;
    private final OwnMattersStore matters;

    MyAssessmentPages(Cycles cycles, Results results, OwnMattersStore matters) {
        this.cycles = cycles;
        this.results = results;
        this.matters = matters;
    }

    @GetMapping("/desk/my-assessment")
    String mine(SignedIn by, Model model) {
        model.addAttribute("mine", newest().map(cycle -> mine(cycle, by)).orElse(null));
        return "portal/my-assessment";
    }

    private Optional<Cycle> newest() {
        return cycles.published().stream().findFirst();
    }

    private MyAssessment mine(Cycle cycle, SignedIn by) {
        UnitOutcome unit = results.of(cycle).stream()
                .flatMap(result -> result.units().stream())
                .filter(one -> one.code().equals(by.unit()))
                .findFirst()
                .orElse(null);
        long decided = by.official() == null ? 0 : matters.decided(by.official(), cycle);
        return new MyAssessment(cycle, unit, decided);
    }
}
