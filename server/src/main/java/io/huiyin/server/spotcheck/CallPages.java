package io.huiyin.server.spotcheck;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** 回访: the interviewer's list and one call at a time. */
@Controller
class CallPages {

    private final Calls calls;
    private final OpenCalls openCalls;
    private final Interviews interviews;
    private final Clock clock;

    CallPages(Calls calls, OpenCalls openCalls, Interviews interviews, Clock clock) {
        this.calls = calls;
        this.openCalls = openCalls;
        this.interviews = interviews;
        this.clock = clock;
    }

    @GetMapping("/desk/calls")
    ModelAndView list(SignedIn by) {
        ModelAndView page = new ModelAndView("spotcheck/calls");
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
    ModelAndView record(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, SignedIn by, RedirectAttributes redirect) {
        InterviewForm form = new InterviewForm(typed);
        FormErrors errors = form.errors(calls.standing(id, by).matters(), clock.instant());
        if (errors.any()) return show(id, form, errors, by);
        Attempt attempt = form.attempt(id, calls.standing(id, by).matters(), clock.instant());
        Recording recording = interviews.record(attempt, form.correction(), by);
        redirect.addFlashAttribute(
                "done",
                switch (recording) {
                    case Recording.Recorded recorded -> "spotcheck.calls.recorded";
                    case Recording.SentTwice twice -> "spotcheck.calls.recorded";
                    case Recording.Ended ended -> "spotcheck.calls.ended";
                });
        return new ModelAndView(new RedirectView("/desk/calls"));
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
