package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Guess;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The petitioner's own page: all of it for who also knows the query code, else the state and a field for the code. */
@Component
class OwnPage {

    /** Only wrong guesses count. */
    static final Limit GUESSES = new Limit("petition query code", 30, Duration.ofMinutes(10));

    private final Tracking tracking;
    private final Notes notes;
    private final Attachments attachments;
    private final Hotline hotline;
    private final RateLimit rateLimit;

    OwnPage(Tracking tracking, Notes notes, Attachments attachments, Hotline hotline, RateLimit rateLimit) {
        this.tracking = tracking;
        this.notes = notes;
        this.attachments = attachments;
        this.hotline = hotline;
        this.rateLimit = rateLimit;
    }

    /** For who knows both; whoever does not is told so, and how often is counted. */
    ModelAndView guess(Code code, String query, HttpServletRequest request, Function<Opened, ModelAndView> known) {
        return guess(code, request, () -> tracking.open(code, query), known);
    }

    /** As above, with less read than the whole page. */
    <T> ModelAndView guess(
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

    /** As it is by now. */
    ModelAndView page(Code code, String query, FormErrors errors, HttpStatus status) {
        return page(code, query, tracking.open(code, query).orElseThrow(), errors, status);
    }

    /** @param opened as it is by now */
    ModelAndView page(Code code, String query, Opened opened, FormErrors errors, HttpStatus status) {
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
                .addObject("added", "")
                .addObject("done", "")
                .addObject("code", code)
                .addObject("query", query)
                .addObject("routes", tracking.routes())
                .addObject("submission", UUID.randomUUID().toString())
                .addObject("errors", errors);
    }

    /** What the number alone says. */
    ModelAndView shown(Code code, FormErrors errors, HttpStatus status) {
        Tracking.Public known = tracking.find(code).orElseThrow(() -> new NotFound("petition"));
        return new ModelAndView("petition/track", status)
                .addObject("known", known)
                .addObject("errors", errors);
    }

    static Code code(String text) {
        return Code.parse(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> new NotFound("petition"));
    }
}
