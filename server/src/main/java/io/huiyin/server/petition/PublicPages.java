package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.organization.Units;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What residents do with petitions: hand one in, follow it, say whether it is solved. No account is needed. */
@Controller
class PublicPages {

    /** Only wrong guesses count. */
    static final Limit GUESSES = new Limit("petition query code", 30, Duration.ofMinutes(10));

    private final Intake intake;
    private final Tracking tracking;
    private final Notes notes;
    private final Units units;
    private final Premises premises;
    private final Retaliations retaliations;
    private final RateLimit rateLimit;
    private final Limit submissions;
    private final Clock clock;

    PublicPages(
            Intake intake,
            Tracking tracking,
            Notes notes,
            Units units,
            Premises premises,
            Retaliations retaliations,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.petitions:300}") int most,
            Clock clock) {
        this.submissions = new Limit("petition", most, Duration.ofMinutes(10));
        this.intake = intake;
        this.tracking = tracking;
        this.notes = notes;
        this.units = units;
        this.premises = premises;
        this.retaliations = retaliations;
        this.rateLimit = rateLimit;
        this.clock = clock;
    }

    @GetMapping("/petitions/new")
    ModelAndView start() {
        return page("kind", PetitionForm.empty(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/petitions/new")
    ModelAndView step(PetitionForm form, HttpServletRequest request) {
        String sent = form.step() == null || !PetitionForm.STEPS.contains(form.step()) ? "kind" : form.step();
        if (form.next() != null && PetitionForm.STEPS.contains(form.next()))
            return page(form.next(), form, FormErrors.none(), HttpStatus.OK);
        if (sent.equals("check")) return handIn(form, request);
        FormErrors errors = form.errors(sent);
        if (errors.any()) return page(sent, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        String next = PetitionForm.STEPS.get(PetitionForm.STEPS.indexOf(sent) + 1);
        return page(next, form, FormErrors.none(), HttpStatus.OK);
    }

    private ModelAndView handIn(PetitionForm form, HttpServletRequest request) {
        String fault = form.firstFault();
        if (!fault.equals("check")) return page(fault, form, form.errors(fault), HttpStatus.UNPROCESSABLE_CONTENT);
        Attempt attempt = rateLimit.attempt(request, submissions);
        if (!attempt.allowed())
            return page(
                    "check",
                    form,
                    FormErrors.none().add("", "petition.form.busy", (attempt.secondsToWait() + 59) / 60),
                    HttpStatus.TOO_MANY_REQUESTS);
        Receipt receipt = intake.register(submission(form), Actor.PETITIONER);
        return new ModelAndView("petition/receipt").addObject("receipt", receipt);
    }

    private NewSubmission submission(PetitionForm form) {
        PetitionClass petitionClass = form.petitionClass().orElseThrow();
        String about = form.text("about");
        boolean accused =
                petitionClass == PetitionClass.ACCUSATION && units.find(about).isPresent();
        NewSubmission.Person person = new NewSubmission.Person(
                form.named() ? form.text("name") : null,
                form.named() ? form.text("contact") : null,
                form.text("queryCode"),
                true,
                LocaleContextHolder.getLocale().getLanguage().equals("en"));
        return new NewSubmission(
                id(form.text("submission")),
                petitionClass,
                "online",
                form.text("title"),
                form.text("words"),
                form.claimed(),
                List.of(person),
                form.text("naming").equals("hidden") || petitionClass == PetitionClass.ACCUSATION,
                accused ? about : null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private ModelAndView page(String step, PetitionForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/form", status)
                .addObject("step", step)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("units", units.all());
    }

    /** Where a number is typed in. */
    @GetMapping("/petitions")
    ModelAndView find(@RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) return ask("", FormErrors.none(), HttpStatus.OK);
        return switch (Code.read(code)) {
            case Code.Reading.Right right ->
                new ModelAndView("redirect:/petitions/" + right.code().digits());
            case Code.Reading.WrongLength wrong ->
                ask(
                        code,
                        FormErrors.none().add("code", "petition.track.length", wrong.digits()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Code.Reading.Mistyped mistyped ->
                ask(code, FormErrors.none().add("code", "petition.track.mistyped"), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView ask(String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/find", status)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }

    @GetMapping("/petitions/{code}")
    ModelAndView track(@PathVariable String code) {
        return shown(code(code), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/petitions/{code}")
    ModelAndView open(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return opened(code(code), query, request, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/petitions/{code}/verdict")
    ModelAndView verdict(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "false") boolean pressed,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        PetitionOutcome outcome = PetitionOutcome.said(said);
        if (outcome == null)
            return opened(
                    code(code),
                    query,
                    request,
                    FormErrors.none().add("said", "petition.verdict.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        Tracking.Saying saying = new Tracking.Saying(id(submission), outcome, pressed, words.strip());
        return guarded(
                code(code),
                query,
                request,
                () -> premises.within(request)
                        ? new Moving.Refused("", "petition.refused.premises")
                        : tracking.say(code(code), query, saying));
    }

    @PostMapping("/petitions/{code}/moves")
    ModelAndView move(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request) {
        return guarded(
                code(code),
                query,
                request,
                () -> move.equals("withdraw")
                        ? withdraw(code(code), query, id(submission), seen, request)
                        : tracking.move(code(code), query, Wish.of(move, seen, reason)));
    }

    private Moving withdraw(Code code, String query, UUID submission, long seen, HttpServletRequest request) {
        return premises.within(request)
                ? new Moving.Refused("", "petition.refused.premises")
                : tracking.withdraw(code, query, submission, seen);
    }

    /** Something bad happened because somebody spoke: told at any time, from anywhere. */
    @PostMapping("/petitions/{code}/retaliation")
    ModelAndView retaliation(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request) {
        return guarded(code(code), query, request, () -> retaliations.tell(code(code), id(submission), happened));
    }

    /** Something that stands on the page did not happen. */
    @PostMapping("/petitions/{code}/notes")
    ModelAndView deny(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return guarded(
                code(code),
                query,
                request,
                () -> notes.deny(code(code), query, id(note), id(submission), words.strip()));
    }

    private interface Step {
        Moving make();
    }

    private ModelAndView guarded(Code code, String query, HttpServletRequest request, Step step) {
        Attempt left = rateLimit.left(request, GUESSES);
        if (!left.allowed() || !tracking.knows(code, query))
            return opened(code, query, request, FormErrors.none(), HttpStatus.OK);
        return switch (step.make()) {
            case Moving.Moved moved -> opened(code, query, request, FormErrors.none(), HttpStatus.OK);
            case Moving.Refused refused ->
                opened(
                        code,
                        query,
                        request,
                        FormErrors.none().add(refused.field(), refused.key()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView opened(
            Code code, String query, HttpServletRequest request, FormErrors errors, HttpStatus status) {
        Attempt left = rateLimit.left(request, GUESSES);
        if (!left.allowed())
            return shown(
                    code,
                    FormErrors.none().add("query", "petition.track.busy", (left.secondsToWait() + 59) / 60),
                    HttpStatus.TOO_MANY_REQUESTS);
        Optional<Opened> opened = tracking.open(code, query);
        if (opened.isEmpty()) {
            rateLimit.attempt(request, GUESSES);
            return shown(code, FormErrors.none().add("query", "petition.track.wrong"), HttpStatus.FORBIDDEN);
        }
        return new ModelAndView("petition/opened", status)
                .addObject("opened", opened.get())
                .addObject("notes", notes.of(opened.get().petition().id()))
                .addObject("code", code)
                .addObject("query", query)
                .addObject("routes", tracking.routes())
                .addObject("submission", UUID.randomUUID().toString())
                .addObject("errors", errors);
    }

    private ModelAndView shown(Code code, FormErrors errors, HttpStatus status) {
        Tracking.Public known = tracking.find(code).orElseThrow(() -> new NotFound("petition"));
        return new ModelAndView("petition/track", status)
                .addObject("known", known)
                .addObject("errors", errors);
    }

    private static Code code(String text) {
        return Code.parse(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> new NotFound("petition"));
    }
}
