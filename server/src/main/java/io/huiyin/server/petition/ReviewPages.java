package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.file.Reading;
import io.huiyin.server.petition.Attachments.Refusal;
import io.huiyin.server.petition.ReviewDesk.Deciding;
import io.huiyin.server.petition.ReviewDesk.Decision;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Guess;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A review body's own page: its address holds a number that says nothing, its access code goes along in each form. No account is
 * needed. A number that nobody has looks like one whose code is wrong.
 */
@Controller
class ReviewPages {

    /** Only wrong guesses count. */
    private static final Limit GUESSES = new Limit("review body code", 30, Duration.ofMinutes(10));

    private final ReviewBodies bodies;
    private final ReviewDesk desk;
    private final Attachments attachments;
    private final Routes routes;
    private final RateLimit rateLimit;

    ReviewPages(ReviewBodies bodies, ReviewDesk desk, Attachments attachments, Routes routes, RateLimit rateLimit) {
        this.bodies = bodies;
        this.desk = desk;
        this.attachments = attachments;
        this.routes = routes;
        this.rateLimit = rateLimit;
    }

    @GetMapping("/reviews/{code}")
    ModelAndView ask(@PathVariable String code) {
        return closed(number(code), FormErrors.none(), HttpStatus.OK);
    }

    /** What is before the body. */
    @PostMapping("/reviews/{code}")
    ModelAndView open(
            @PathVariable String code, @RequestParam(defaultValue = "") String access, HttpServletRequest request) {
        return guarded(number(code), access, request, body -> cases(body, access, ""));
    }

    @PostMapping("/reviews/{code}/cases/{id}")
    ModelAndView open(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String access,
            HttpServletRequest request) {
        return guarded(
                number(code), access, request, body -> one(id, body, access, FormErrors.none(), "", HttpStatus.OK));
    }

    /** An attachment, as a download; a wrong guess is counted. */
    @PostMapping("/reviews/{code}/cases/{id}/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable String code,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String access,
            HttpServletRequest request) {
        Code number = number(code);
        return switch (rateLimit.guess(request, GUESSES, () -> bodies.open(number, access))) {
            case Guess.Right<ReviewBody> right -> FilePages.download(Optional.of(desk.file(id, file, right.opened())));
            case Guess.Wrong<ReviewBody> wrong -> throw new Denied("petition.review.wrong");
            case Guess.TooMany<ReviewBody> many -> throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** The written decision, with or without a document. */
    @PostMapping("/reviews/{code}/cases/{id}/files")
    ModelAndView decide(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String access,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String upheld,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        return guarded(number(code), access, request, body -> {
            desk.open(id, body);
            if (!upheld.equals("yes") && !upheld.equals("no"))
                return refused(id, body, access, "upheld", "petition.review.upheld.empty", words);
            List<Reading.Clean> clean = new ArrayList<>();
            List<Refusal> refusals = attachments.clean(files == null ? List.of() : files, clean);
            if (!refusals.isEmpty()) return unfit(id, body, access, refusals, words);
            return switch (desk.decide(id, new Decision(seen, upheld.equals("yes"), words), clean, body)) {
                case Deciding.Decided decided -> cases(body, access, "petition.review.decided");
                case Deciding.Refused no ->
                    refused(id, body, access, no.field().equals("reason") ? "words" : no.field(), no.key(), words);
                case Deciding.Unfit no -> unfit(id, body, access, no.refusals(), words);
            };
        });
    }

    /** The clock stands still for a hearing or on another listed ground, or goes on. */
    @PostMapping("/reviews/{code}/cases/{id}/moves")
    ModelAndView clock(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String access,
            MoveForm form,
            HttpServletRequest request) {
        return guarded(
                number(code),
                access,
                request,
                body -> desk.clock(id, form.wish(), body) instanceof Moving.Refused no
                        ? refused(id, body, access, no.field(), no.key(), "")
                        : one(id, body, access, FormErrors.none(), "", HttpStatus.OK));
    }

    private ModelAndView guarded(
            Code number, String access, HttpServletRequest request, Function<ReviewBody, ModelAndView> step) {
        return switch (rateLimit.guess(request, GUESSES, () -> bodies.open(number, access))) {
            case Guess.Right<ReviewBody> right -> step.apply(right.opened());
            case Guess.Wrong<ReviewBody> wrong ->
                closed(number, FormErrors.none().add("access", "petition.review.wrong"), HttpStatus.FORBIDDEN);
            case Guess.TooMany<ReviewBody> many ->
                closed(
                        number,
                        FormErrors.none().add("access", "petition.track.busy", many.minutes()),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private static ModelAndView closed(Code number, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/reviewclosed", status)
                .addObject("number", number)
                .addObject("errors", errors);
    }

    private ModelAndView cases(ReviewBody body, String access, String done) {
        return new ModelAndView("petition/reviewcases")
                .addObject("body", body)
                .addObject("cases", desk.cases(body))
                .addObject("access", access)
                .addObject("done", done);
    }

    private ModelAndView refused(UUID id, ReviewBody body, String access, String field, String key, String typed) {
        return one(id, body, access, FormErrors.none().add(field, key), typed, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView unfit(UUID id, ReviewBody body, String access, List<Refusal> refusals, String typed) {
        FormErrors errors = FormErrors.none().add("files", "petition.review.files.refused", refusals.size());
        return one(id, body, access, errors, typed, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("refusals", refusals);
    }

    private ModelAndView one(
            UUID id, ReviewBody body, String access, FormErrors errors, String typed, HttpStatus status) {
        return new ModelAndView("petition/reviewcase", status)
                .addObject("body", body)
                .addObject("opened", desk.open(id, body))
                .addObject("routes", routes)
                .addObject("access", access)
                .addObject("allowed", attachments.allowed())
                .addObject("refusals", List.of())
                .addObject("typed", typed)
                .addObject("errors", errors);
    }

    private static Code number(String text) {
        return Code.parse(text).orElseThrow(() -> new NotFound("review body"));
    }
}
