package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Guess;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import io.huiyin.server.web.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A petition by its public number, and what the petitioner does who also knows the query code: read, say how it ended, ask for a review. */
@Controller
class OwnPages {

    /** Only wrong guesses count. */
    static final Limit GUESSES = new Limit("petition query code", 30, Duration.ofMinutes(10));

    private final Tracking tracking;
    private final Verdicts verdicts;
    private final Notes notes;
    private final Attachments attachments;
    private final Premises premises;
    private final Retaliations retaliations;
    private final Hotline hotline;
    private final Sheets sheets;
    private final RateLimit rateLimit;
    private final Limit files;

    OwnPages(
            Tracking tracking,
            Verdicts verdicts,
            Notes notes,
            Attachments attachments,
            Premises premises,
            Retaliations retaliations,
            Hotline hotline,
            Sheets sheets,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.files:200}") int most) {
        this.tracking = tracking;
        this.verdicts = verdicts;
        this.notes = notes;
        this.attachments = attachments;
        this.premises = premises;
        this.retaliations = retaliations;
        this.hotline = hotline;
        this.sheets = sheets;
        this.rateLimit = rateLimit;
        this.files = new Limit("petition files", most, Duration.ofMinutes(10));
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

    /** The answer as a sheet to print. */
    @PostMapping("/petitions/{code}/document")
    ModelAndView document(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return document(code(code), query, request, document -> new ModelAndView("petition/document"));
    }

    /** The same as a file made here, which is the same whenever it is asked for. */
    @PostMapping("/petitions/{code}/answer.pdf")
    ModelAndView pdf(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return document(code(code), query, request, document -> document.pdf(sheets));
    }

    private ModelAndView document(
            Code code, String query, HttpServletRequest request, Function<AnswerDocument, ModelAndView> as) {
        return guess(
                code,
                query,
                request,
                opened -> opened.petition().hasAnswer()
                        ? as.apply(opened.document())
                                .addObject("document", opened.document())
                                .addObject("routes", tracking.routes())
                        : page(code, query, opened, FormErrors.none(), HttpStatus.OK));
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
        Verdicts.Saying saying = new Verdicts.Saying(PublicPages.id(submission), outcome, pressed, words.strip());
        return guarded(
                code(code),
                query,
                request,
                () -> premises.within(request)
                        ? new Moving.Refused("", "petition.refused.premises")
                        : verdicts.say(code(code), query, saying));
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
                        ? withdraw(code(code), query, PublicPages.id(submission), seen, request)
                        : verdicts.move(code(code), query, Wish.of(move, seen, reason)));
    }

    private Moving withdraw(Code code, String query, UUID submission, long seen, HttpServletRequest request) {
        return premises.within(request)
                ? new Moving.Refused("", "petition.refused.premises")
                : verdicts.withdraw(code, query, submission, seen);
    }

    /** Something bad happened because somebody spoke: told at any time, from anywhere. */
    @PostMapping("/petitions/{code}/retaliation")
    ModelAndView retaliation(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request) {
        return guarded(
                code(code), query, request, () -> retaliations.tell(code(code), PublicPages.id(submission), happened));
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
                () -> notes.deny(code(code), query, PublicPages.id(note), PublicPages.id(submission), words.strip()));
    }

    /** What belongs to the petition and came later. */
    @PostMapping("/petitions/{code}/files")
    ModelAndView add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request) {
        Code number = code(code);
        return guess(number, query, request, opened -> {
            Attempt attempt = rateLimit.attempt(request, files);
            List<Attachments.Refusal> refusals = attempt.allowed()
                    ? attachments.addOwn(
                            tracking.signatory(number, query).orElseThrow(), sent == null ? List.of() : sent)
                    : List.of(new Attachments.Refusal("", "petition.files.busy", (attempt.secondsToWait() + 59) / 60));
            Opened now = tracking.open(number, query).orElseThrow();
            if (refusals.isEmpty()) return page(number, query, now, FormErrors.none(), HttpStatus.OK);
            Attachments.Refusal first = refusals.getFirst();
            FormErrors errors = first.name().isEmpty()
                    ? FormErrors.none().add("files", first.key(), first.args())
                    : FormErrors.none().add("files", "petition.files.refused", refusals.size());
            return page(
                            number,
                            query,
                            now,
                            errors,
                            attempt.allowed() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS)
                    .addObject("refusals", refusals);
        });
    }

    private interface Step {
        Moving make();
    }

    /** Makes a step for who knows the query code, and shows what has become of the petition. */
    private ModelAndView guarded(Code code, String query, HttpServletRequest request, Step step) {
        return guess(code, request, () -> tracking.signatory(code, query), own -> switch (step.make()) {
            case Moving.Moved moved -> page(code, query, FormErrors.none(), HttpStatus.OK);
            case Moving.Refused refused ->
                page(
                        code,
                        query,
                        FormErrors.none().add(refused.field(), refused.key()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private ModelAndView opened(
            Code code, String query, HttpServletRequest request, FormErrors errors, HttpStatus status) {
        return guess(code, query, request, opened -> page(code, query, opened, errors, status));
    }

    private ModelAndView guess(
            Code code, String query, HttpServletRequest request, Function<Opened, ModelAndView> known) {
        return guess(code, request, () -> tracking.open(code, query), known);
    }

    private <T> ModelAndView guess(
            Code code, HttpServletRequest request, Supplier<Optional<T>> opening, Function<T, ModelAndView> known) {
        return switch (rateLimit.guess(request, GUESSES, opening)) {
            case Guess.Right<T> right -> known.apply(right.opened());
            case Guess.Wrong<T> wrong ->
                shown(code, FormErrors.none().add("query", "petition.track.wrong"), HttpStatus.FORBIDDEN);
            case Guess.TooMany<T> many ->
                shown(
                        code,
                        FormErrors.none().add("query", "petition.track.busy", many.minutes()),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView page(Code code, String query, FormErrors errors, HttpStatus status) {
        return page(code, query, tracking.open(code, query).orElseThrow(), errors, status);
    }

    private ModelAndView page(Code code, String query, Opened opened, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/opened", status)
                .addObject("opened", opened)
                .addObject("notes", notes.of(opened.petition().id()))
                .addObject("attachments", attachments.kept(opened.petition().owner()))
                .addObject(
                        "reviews",
                        opened.made("ask-review")
                                ? attachments.decided(opened.petition().id())
                                : List.of())
                .addObject(
                        "call",
                        opened.petition().called()
                                ? hotline.call(opened.petition().id()).orElseThrow()
                                : null)
                .addObject("allowed", attachments.allowed())
                .addObject("refusals", List.of())
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
