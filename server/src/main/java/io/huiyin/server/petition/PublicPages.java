package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.organization.Units;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Residents hand in a petition and look for one by its number. No account is needed. */
@Controller
class PublicPages {

    private final Intake intake;
    private final Units units;
    private final FormPage pages;
    private final RateLimit rateLimit;
    private final Limit submissions;
    private final Clock clock;

    PublicPages(
            Intake intake,
            Units units,
            FormPage pages,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.petitions:300}") int most,
            Clock clock) {
        this.submissions = new Limit("petition", most, Duration.ofMinutes(10));
        this.intake = intake;
        this.units = units;
        this.pages = pages;
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
        if (form.goesAbove()
                && List.of("words", "check").contains(sent)
                && !form.errors("words").any()) return pages.above(form);
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
        return pages.show(step, form, errors, status);
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
}
