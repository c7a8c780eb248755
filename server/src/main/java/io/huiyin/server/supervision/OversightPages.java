package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.supervision.FaultStore.Found;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The three faults as three numbers, each opening the cases behind it. */
@Controller
class OversightPages {

    private final Oversight oversight;
    private final Steadiness steadiness;

    OversightPages(Oversight oversight, Steadiness steadiness) {
        this.oversight = oversight;
        this.steadiness = steadiness;
    }

    @GetMapping("/desk/oversight")
    ModelAndView show(SignedIn by) {
        return show(by, "", "", FormErrors.none(), HttpStatus.OK);
    }

    /** How many people worked on petitions in a month. */
    @PostMapping("/desk/oversight/staffing")
    ModelAndView staffing(
            @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String staff, SignedIn by) {
        return switch (steadiness.enter(Typed.text(month), Typed.text(staff), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/oversight");
            case Doing.Refused refused ->
                show(by, month, staff, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView show(SignedIn by, String month, String staff, FormErrors errors, HttpStatus status) {
        List<Found> faults = oversight.faults(by);
        return new ModelAndView("supervision/oversight", status)
                .addObject("both", steadiness.both())
                .addObject("month", month)
                .addObject("staff", staff)
                .addObject("errors", errors)
                .addObject("faults", faults)
                .addObject("oversight", oversight)
                .addObject("leaders", Oversight.byLeader(faults))
                .addObject("units", Oversight.byUnit(faults))
                .addObject("backlog", oversight.backlog())
                .addObject("by", by);
    }

    @GetMapping("/desk/oversight/faults/{fault}")
    ModelAndView cases(@PathVariable String fault, SignedIn by) {
        Fault wanted = Fault.of(fault).orElseThrow(() -> new NotFound("fault"));
        return new ModelAndView("supervision/fault")
                .addObject("fault", wanted)
                .addObject("days", oversight.days(wanted))
                .addObject(
                        "cases",
                        oversight.faults(by).stream()
                                .filter(found -> found.fault() == wanted)
                                .toList())
                .addObject("today", oversight.today())
                .addObject("by", by);
    }

    @GetMapping("/desk/oversight/checks/{id}")
    ModelAndView check(@PathVariable UUID id) {
        return check(id, "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/oversight/checks/{id}")
    ModelAndView checked(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, SignedIn by) {
        return switch (oversight.check(id, Typed.text(words), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/oversight/checks/" + id);
            case Doing.Refused refused -> check(id, words, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView check(UUID id, String words, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/check", status)
                .addObject("petition", id)
                .addObject("title", oversight.title(id))
                .addObject("steps", oversight.checks(id))
                .addObject("words", words)
                .addObject("errors", errors);
    }
}
