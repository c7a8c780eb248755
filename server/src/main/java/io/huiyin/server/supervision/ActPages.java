package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Owners write down what they did; supervision looks into what petitioners denied. */
@Controller
class ActPages {

    private final Acts acts;
    private final HardCases cases;

    ActPages(Acts acts, HardCases cases) {
        this.acts = acts;
        this.cases = cases;
    }

    /** An act as it is typed. */
    record ActForm(
            @Nullable String submission,
            @Nullable String kind,
            @Nullable String on,
            @Nullable String delegate,
            @Nullable String result) {

        static ActForm empty() {
            return new ActForm(UUID.randomUUID().toString(), null, null, null, null);
        }

        String text(@Nullable String field) {
            return Typed.text(field);
        }

        Acts.Done done() {
            return new Acts.Done(Typed.submission(submission), text(kind), Typed.day(on), text(delegate), text(result));
        }
    }

    @GetMapping("/desk/cases/{id}/acts")
    ModelAndView form(@PathVariable UUID id, SignedIn by) {
        return form(id, by, ActForm.empty(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/cases/{id}/acts")
    ModelAndView record(@PathVariable UUID id, ActForm typed, SignedIn by) {
        return switch (acts.record(id, typed.done(), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/cases/" + id);
            case Doing.Refused refused ->
                form(id, by, typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(UUID id, SignedIn by, ActForm typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/act", status)
                .addObject("hard", cases.open(id, by))
                .addObject("typed", typed)
                .addObject("today", cases.today())
                .addObject("errors", errors);
    }

    @GetMapping("/desk/acts")
    ModelAndView denied() {
        return denied(FormErrors.none(), "", HttpStatus.OK);
    }

    @PostMapping("/desk/acts/{id}/finding")
    ModelAndView find(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean happened,
            @RequestParam(defaultValue = "") String reason,
            SignedIn by) {
        return switch (acts.find(id, happened, Typed.text(reason), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/cases/" + done.id());
            case Doing.Refused refused -> denied(CasePages.whole(refused), reason, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView denied(FormErrors errors, String reason, HttpStatus status) {
        return new ModelAndView("supervision/denied", status)
                .addObject("acts", acts.toLookInto())
                .addObject("reason", reason)
                .addObject("errors", errors);
    }
}
