package io.huiyin.server.supervision;

import io.huiyin.proof.Code;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Guess;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leaders' hours, week by week: a resident books one without an account, and gives it back with number and query code. */
@Controller
class ReceptionPages {

    /** Only wrong guesses count. */
    static final Limit GUESSES = new Limit("reception query code", 30, Duration.ofMinutes(10));

    private final Receptions receptions;
    private final Hours hours;
    private final RateLimit rateLimit;
    private final Limit bookings;

    ReceptionPages(
            Receptions receptions,
            Hours hours,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.receptions:30}") int most) {
        this.receptions = receptions;
        this.hours = hours;
        this.rateLimit = rateLimit;
        this.bookings = new Limit("reception", most, Duration.ofMinutes(10));
    }

    @GetMapping("/receptions")
    ModelAndView week(@RequestParam(defaultValue = "") String week) {
        LocalDate first = monday(receptions.today());
        LocalDate last = monday(receptions.last());
        LocalDate asked = Typed.day(week);
        LocalDate monday = asked == null ? first : monday(asked);
        if (monday.isBefore(first) || monday.isAfter(last)) throw new NotFound("week");
        return new ModelAndView("supervision/receptions")
                .addObject("monday", monday)
                .addObject("first", first)
                .addObject("last", last)
                .addObject("hours", hours.week(monday));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @GetMapping("/receptions/new")
    ModelAndView form(@RequestParam(defaultValue = "") String slot) {
        return form(BookingForm.of(slot), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/receptions/new")
    ModelAndView book(BookingForm form, HttpServletRequest request) {
        Attempt attempt = rateLimit.attempt(request, bookings);
        if (!attempt.allowed())
            return form(
                    form,
                    FormErrors.none().add("", "supervision.reception.busy", (attempt.secondsToWait() + 59) / 60),
                    HttpStatus.TOO_MANY_REQUESTS);
        return switch (receptions.book(form.booking("online", form.text(form.queryCode())), null)) {
            case Doing.Done done ->
                new ModelAndView("supervision/reception-receipt").addObject("reception", receptions.get(done.id()));
            case Doing.Refused refused -> form(form, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(BookingForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/book", status)
                .addObject("form", form)
                .addObject("hour", receptions.bookable(form.slotId()).orElse(null))
                .addObject("address", "/receptions/new")
                .addObject("errors", errors);
    }

    /** What the public number alone says: when, where, and how it stands. */
    @GetMapping("/receptions/{code}")
    ModelAndView track(@PathVariable String code) {
        return shown(code(code), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/receptions/{code}")
    ModelAndView open(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return guess(code(code), query, request, known -> page(known, query, FormErrors.none(), HttpStatus.OK));
    }

    @PostMapping("/receptions/{code}/cancel")
    ModelAndView cancel(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        Code number = code(code);
        return guess(number, query, request, before -> switch (receptions.cancel(number, query)) {
            case Doing.Done done ->
                page(receptions.open(number, query).orElseThrow(), query, FormErrors.none(), HttpStatus.OK);
            case Doing.Refused refused ->
                page(before, query, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private ModelAndView guess(
            Code code, String query, HttpServletRequest request, Function<Reception, ModelAndView> known) {
        return switch (rateLimit.guess(request, GUESSES, () -> receptions.open(code, query))) {
            case Guess.Right<Reception> right -> known.apply(right.opened());
            case Guess.Wrong<Reception> wrong ->
                shown(code, FormErrors.none().add("query", "supervision.reception.wrong"), HttpStatus.FORBIDDEN);
            case Guess.TooMany<Reception> many ->
                shown(
                        code,
                        FormErrors.none().add("query", "supervision.reception.busy", many.minutes()),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView page(Reception reception, String query, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/reception", status)
                .addObject("reception", reception)
                .addObject("looks", receptions.looks(reception))
                .addObject("query", query)
                .addObject("errors", errors);
    }

    private ModelAndView shown(Code code, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/reception-state", status)
                .addObject("reception", receptions.find(code).orElseThrow(() -> new NotFound("reception")))
                .addObject("errors", errors);
    }

    private static Code code(String text) {
        return Code.parse(text).orElseThrow(() -> new NotFound("reception"));
    }
}
