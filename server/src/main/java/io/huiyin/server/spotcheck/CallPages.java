package io.huiyin.server.spotcheck;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 回访: the interviewer's list and one call at a time. */
@Controller
class CallPages {

    private final Calls calls;
    private final OpenCalls openCalls;
    private final Interviews interviews;
    private final Clock clock;

    /** What became of the call before, said above the list. */
    enum Said {
        RECORDED,
        ENDED;

        String key() {
            return "spotcheck.calls." + name().toLowerCase(Locale.ROOT);
        }
    }

    CallPages(Calls calls, OpenCalls openCalls, Interviews interviews, Clock clock) {
        this.calls = calls;
        this.openCalls = openCalls;
        this.interviews = interviews;
        this.clock = clock;
    }

    @GetMapping("/desk/calls")
    ModelAndView list(@RequestParam Optional<Said> said, SignedIn by) {
        ModelAndView page = new ModelAndView("spotcheck/calls");
        page.addObject("done", said.map(Said::key).orElse(null));
        page.addObject("due", calls.next(by));
        page.addObject("draws", calls.progress());
        page.addObject("tries", calls.tries());
        return page;
    }

    /** Opening a call shows whom to call, and leaves the trace of it. */
    @GetMapping("/desk/calls/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean correct, SignedIn by) {
        return show(id, new InterviewForm(Map.of("correct", Boolean.toString(correct))), FormErrors.none(), by);
    }

    @PostMapping("/desk/calls/{id}")
    ModelAndView record(@PathVariable UUID id, @RequestParam Map<String, String> typed, SignedIn by) {
        InterviewForm form = new InterviewForm(typed);
        FormErrors errors = form.errors(calls.standing(id, by).matters(), clock.instant());
        if (errors.any()) return show(id, form, errors, by);
        Attempt attempt = form.attempt(id, calls.standing(id, by).matters(), clock.instant());
        Said said = switch (interviews.record(attempt, form.correction(), by)) {
            case Recording.Recorded recorded -> Said.RECORDED;
            case Recording.SentTwice twice -> Said.RECORDED;
            case Recording.Ended ended -> Said.ENDED;
        };
        return new ModelAndView(new RedirectView("/desk/calls?said=" + said));
    }

    private ModelAndView show(UUID id, InterviewForm form, FormErrors errors, SignedIn by) {
        ModelAndView page =
                new ModelAndView("spotcheck/call", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        page.addObject("call", openCalls.open(id, form.correction(), by));
        page.addObject("form", form);
        page.addObject("errors", errors);
        return page;
    }
}
