package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.FormErrors;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 考核周期: the assessment office opens cycles, sees what is missing and publishes. */
@Controller
class CyclePages {

    private static final int OFFERED = 12;

    private final Cycles cycles;
    private final CycleSteps steps;
    private final Clock clock;

    CyclePages(Cycles cycles, CycleSteps steps, Clock clock) {
        this.cycles = cycles;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping("/desk/cycles")
    ModelAndView list(SignedIn by) {
        return list(by, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/cycles")
    ModelAndView open(
            @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last, SignedIn by) {
        if (!isQuarter(first) || !isQuarter(last)) return refuse(by, "assessment.cycles.which");
        return switch (cycles.open(Quarter.parse(first), Quarter.parse(last), by)) {
            case CycleOpening.Opened opened -> redirect();
            case CycleOpening.AlreadyOpen open -> redirect();
            case CycleOpening.NotOver notOver -> refuse(by, "assessment.cycles.notOver", notOver.last());
            case CycleOpening.WrongLength wrong -> refuse(by, "assessment.cycles.length");
        };
    }

    @PostMapping("/desk/cycles/{code}/publish")
    ModelAndView publish(@PathVariable String code, SignedIn by) {
        return switch (cycles.publish(code, by)) {
            case Publishing.Published published -> redirect();
            case Publishing.AlreadyPublished published -> redirect();
            case Publishing.NotDrawn missing ->
                refuse(
                        by,
                        "assessment.cycles.notDrawn",
                        String.join(
                                ", ",
                                missing.quarters().stream()
                                        .map(Quarter::toString)
                                        .toList()));
        };
    }

    private static boolean isQuarter(String text) {
        return text.matches("[1-9]\\d{3}Q[1-4]");
    }

    private ModelAndView refuse(SignedIn by, String key, Object... args) {
        return list(by, FormErrors.none().add("", key, args), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView list(SignedIn by, FormErrors errors, HttpStatus status) {
        ModelAndView page = new ModelAndView("assessment/cycles", status);
        page.addObject("cycles", steps.of(cycles.all()));
        page.addObject("errors", errors);
        page.addObject("office", by.role() == Role.ASSESSMENT);
        page.addObject("quarters", overQuarters());
        return page;
    }

    /** The newest first. */
    private List<Quarter> overQuarters() {
        Quarter last = Quarter.of(SqlTime.day(clock.instant())).previous();
        return Stream.iterate(last, Quarter::previous).limit(OFFERED).toList();
    }

    private static ModelAndView redirect() {
        return new ModelAndView(new RedirectView("/desk/cycles"));
    }
}
