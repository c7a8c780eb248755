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

/** Advice on the desk: written by the petition office, answered by the unit, followed up. */
@Controller
class AdvicePages {

    private final AdviceDesk advice;
    private final History history;

    AdvicePages(AdviceDesk advice, History history) {
        this.advice = advice;
        this.history = history;
    }

    /** An advice as it is typed. */
    record AdviceForm(
            @Nullable String submission,
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String pattern,
            @Nullable String words) {

        static AdviceForm empty() {
            return new AdviceForm(UUID.randomUUID().toString(), null, null, null, null);
        }

        String text(@Nullable String field) {
            return Typed.text(field);
        }

        AdviceDesk.Wish wish() {
            return new AdviceDesk.Wish(
                    Typed.submission(submission), text(unit), text(kind), text(pattern), text(words));
        }
    }

    @GetMapping("/desk/advice")
    ModelAndView list(SignedIn by) {
        return new ModelAndView("supervision/advices")
                .addObject("all", advice.all(by))
                .addObject("today", advice.today())
                .addObject("office", AdviceDesk.office(by));
    }

    @GetMapping("/desk/advice/new")
    ModelAndView form() {
        return form(AdviceForm.empty(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/advice")
    ModelAndView write(AdviceForm typed, SignedIn by) {
        return switch (advice.write(typed.wish(), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/advice/" + done.id());
            case Doing.Refused refused -> form(typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(AdviceForm typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/new-advice", status)
                .addObject("typed", typed)
                .addObject("units", advice.units())
                .addObject("errors", errors);
    }

    @GetMapping("/desk/advice/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        return one(id, by, "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/advice/{id}/answer")
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "false") boolean adopted,
            @RequestParam(defaultValue = "") String answer,
            SignedIn by) {
        return after(advice.answer(id, seen, adopted, Typed.text(answer), by), id, answer, by);
    }

    @PostMapping("/desk/advice/{id}/finding")
    ModelAndView follow(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String finding,
            SignedIn by) {
        return after(advice.follow(id, seen, Typed.text(found), Typed.text(finding), by), id, finding, by);
    }

    private ModelAndView after(Doing doing, UUID id, String typed, SignedIn by) {
        return switch (doing) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/advice/" + id);
            case Doing.Refused refused ->
                one(id, by, typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView one(UUID id, SignedIn by, String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/advice", status)
                .addObject("advice", advice.open(id, by))
                .addObject("steps", history.of(id))
                .addObject("typed", typed)
                .addObject("today", advice.today())
                .addObject("errors", errors)
                .addObject("office", AdviceDesk.office(by));
    }
}
