package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import io.huiyin.server.rating.Opening.Refused;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Page;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The rater's pages. What opens an invitation travels in hidden fields only, never in an address that a server or a proxy would
 * write down; no session is begun and no cookie set.
 */
@Controller
class RatingPages {

    /** Ours: a hall's visitors share one address. Guessing at this pace finds one of a hundred thousand codes in 60 years. */
    static final Limit LIMIT = new Limit("rating code", 300, Duration.ofMinutes(10));

    private final Invitations invitations;
    private final Ratings ratings;
    private final Reasons reasons;
    private final RateLimit rateLimit;

    RatingPages(Invitations invitations, Ratings ratings, Reasons reasons, RateLimit rateLimit) {
        this.invitations = invitations;
        this.ratings = ratings;
        this.reasons = reasons;
        this.rateLimit = rateLimit;
    }

    @GetMapping("/rate")
    ModelAndView start() {
        return start("", FormErrors.none(), HttpStatus.OK);
    }

    /** Somebody who comes back to the address of a form that was sent, by the language switch for instance. */
    @GetMapping({"/rate/open", "/rate/details"})
    String back() {
        return "redirect:/rate";
    }

    @PostMapping("/rate/open")
    ModelAndView open(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        Attempt attempt = attempt(key, request);
        if (!attempt.allowed()) return busy(key, attempt);
        return switch (invitations.open(key)) {
            case Opening.Opened opened -> levels(opened.invitation(), FormErrors.none(), HttpStatus.OK);
            case Refused refused -> refused(key, refused);
        };
    }

    @PostMapping("/rate")
    ModelAndView rate(RatingForm form, HttpServletRequest request) {
        return give(form, form.levelOnly(), request);
    }

    @PostMapping("/rate/details")
    ModelAndView details(RatingForm form, HttpServletRequest request) {
        return give(form, form.whole(), request);
    }

    private ModelAndView give(RatingForm form, Opinion opinion, HttpServletRequest request) {
        String key = form.typedKey();
        Attempt attempt = attempt(key, request);
        if (!attempt.allowed()) return busy(key, attempt);
        if (form.id().isEmpty()) return open(key, request);
        return switch (ratings.give(key, form.id().get(), opinion)) {
            case Giving.Given given -> thanks(given.invitation(), given.receipt(), opinion);
            case Giving.AlreadyGiven given -> again(given, opinion);
            case Giving.NotOpen notOpen -> refused(key, notOpen.why());
            case Giving.Faulty faulty -> faulty(faulty, opinion);
        };
    }

    /** A link's secret has 128 bits and can't be guessed; only typed codes are counted. */
    private Attempt attempt(String key, HttpServletRequest request) {
        return InvitationKeys.looksLikeSecret(key.strip()) ? new Attempt(true, 0) : rateLimit.attempt(request, LIMIT);
    }

    private static ModelAndView start(String typed, FormErrors errors, HttpStatus status) {
        // a secret that does not open anything is not shown again: nobody typed it
        String shown = InvitationKeys.looksLikeSecret(typed.strip()) ? "" : typed;
        return new ModelAndView("rating/start", Map.of("typed", shown, "errors", errors), status);
    }

    private static ModelAndView busy(String typed, Attempt attempt) {
        long minutes = (attempt.secondsToWait() + 59) / 60;
        return start(typed, FormErrors.none().add("key", "rating.problem.busy", minutes), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static ModelAndView refused(String typed, Refused refused) {
        HttpStatus status = switch (refused) {
            case Opening.Unknown unknown -> HttpStatus.NOT_FOUND;
            case Opening.Expired expired -> HttpStatus.GONE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return start(typed, FormErrors.none(), status).addObject("refused", refused);
    }

    private ModelAndView levels(Invitation invitation, FormErrors errors, HttpStatus status) {
        return page("rating/levels", invitation, errors, status);
    }

    /** When the back button brought an old form, what it says now was not stored: it is asked again with a fresh form. */
    private ModelAndView again(Giving.AlreadyGiven given, Opinion opinion) {
        if (given.overall() == opinion.overall()) return thanks(given.invitation(), given.receipt(), opinion);
        return levels(given.invitation(), FormErrors.none(), HttpStatus.CONFLICT)
                .addObject("before", given.overall());
    }

    private ModelAndView thanks(Invitation invitation, Code receipt, Opinion opinion) {
        return page("rating/thanks", invitation, FormErrors.none(), HttpStatus.OK)
                .addObject("receipt", receipt)
                .addObject("opinion", opinion)
                .addObject("reasons", poorReasons(opinion));
    }

    private ModelAndView faulty(Giving.Faulty faulty, Opinion opinion) {
        FormErrors errors = FormErrors.none();
        for (Fault fault : faulty.faults()) errors.add(fault.field(), fault.key());
        if (faulty.faults().contains(Fault.LEVEL))
            return levels(faulty.invitation(), errors, HttpStatus.UNPROCESSABLE_CONTENT);
        return page("rating/thanks", faulty.invitation(), errors, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("opinion", opinion)
                .addObject("reasons", poorReasons(opinion));
    }

    private List<Reason> poorReasons(Opinion opinion) {
        return opinion.poor() ? reasons.of(opinion.overall()) : List.of();
    }

    private ModelAndView page(String view, Invitation invitation, FormErrors errors, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("invitation", invitation)
                .addObject("key", invitations.secret(invitation))
                .addObject("submission", UUID.randomUUID().toString())
                .addObject("errors", errors);
    }

    /** The sentence for a refusal; the days are written in the page's language. */
    static String sentence(Page page, Refused refused) {
        return switch (refused) {
            case Opening.Empty empty -> page.text("rating.problem.empty");
            case Opening.WrongLength wrong -> page.text("rating.problem.length", wrong.digits());
            case Opening.Mistyped mistyped -> page.text("rating.problem.mistyped");
            case Opening.Unknown unknown -> page.text("rating.problem.unknown");
            case Opening.NotYet notYet -> page.text("rating.problem.notYet", page.day(notYet.from()));
            case Opening.Expired expired -> page.text("rating.problem.expired", page.day(expired.until()));
        };
    }
}
