package io.huiyin.server.supervision;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.security.SecureRandom;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Receptions on the desk: the intake office opens hours and books for who telephones; whoever held one says how it ended. */
@Controller
class ReceptionDeskPages {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Receptions receptions;
    private final Hours hours;
    private final Leaders leaders;
    private final History history;

    ReceptionDeskPages(Receptions receptions, Hours hours, Leaders leaders, History history) {
        this.receptions = receptions;
        this.hours = hours;
        this.leaders = leaders;
        this.history = history;
    }

    /** Hours as they are typed. */
    record HourForm(
            @Nullable String leader,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String day,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer minutes) {

        static final HourForm EMPTY = new HourForm(null, null, null, null, "09:00", "11:00", 30);

        String text(@Nullable String field) {
            return Typed.text(field);
        }

        Hours.Wish wish() {
            return new Hours.Wish(
                    Typed.id(leader),
                    text(kind),
                    text(place),
                    Typed.day(day),
                    time(from),
                    time(to),
                    minutes == null ? 0 : minutes);
        }

        private static @Nullable LocalTime time(@Nullable String typed) {
            try {
                return LocalTime.parse(Typed.text(typed));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    @GetMapping("/desk/receptions")
    ModelAndView list(SignedIn by) {
        return list(by, HourForm.EMPTY, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/receptions")
    ModelAndView open(HourForm typed, SignedIn by) {
        return switch (hours.open(typed.wish(), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/receptions");
            case Doing.Refused refused -> list(by, typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/desk/receptions/hours/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, SignedIn by) {
        return switch (hours.cancel(id, Typed.text(reason), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/receptions");
            case Doing.Refused refused ->
                list(by, HourForm.EMPTY, CasePages.whole(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView list(SignedIn by, HourForm typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/desk-receptions", status)
                .addObject("waiting", receptions.waiting(by))
                .addObject("coming", hours.coming())
                .addObject("leaders", leaders.all())
                .addObject("now", receptions.now())
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("intake", by.role() == Role.INTAKE);
    }

    @GetMapping("/desk/receptions/new")
    ModelAndView form(@RequestParam(defaultValue = "") String slot) {
        return form(BookingForm.of(slot), FormErrors.none(), HttpStatus.OK);
    }

    /** For somebody on the telephone: the query code is made here and read out. */
    @PostMapping("/desk/receptions/new")
    ModelAndView book(BookingForm form, SignedIn by) {
        String query = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000));
        return switch (receptions.book(form.booking("call", query), by)) {
            case Doing.Done done ->
                new ModelAndView("supervision/reception-slip")
                        .addObject("reception", receptions.get(done.id()))
                        .addObject(
                                "query",
                                receptions
                                                .open(receptions.get(done.id()).code(), query)
                                                .isPresent()
                                        ? query
                                        : "");
            case Doing.Refused refused -> form(form, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(BookingForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/book", status)
                .addObject("form", form)
                .addObject("hour", receptions.bookable(form.slotId()).orElse(null))
                .addObject("address", "/desk/receptions/new")
                .addObject("errors", errors);
    }

    @GetMapping("/desk/receptions/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        return one(id, by, EndForm.EMPTY, FormErrors.none(), HttpStatus.OK);
    }

    /** How a reception ended, as it is typed. */
    record EndForm(
            @Nullable Long seen,
            @Nullable String how,
            @Nullable String number,
            @Nullable String note) {
        static final EndForm EMPTY = new EndForm(null, null, null, null);

        String text(@Nullable String field) {
            return Typed.text(field);
        }
    }

    @PostMapping("/desk/receptions/{id}/end")
    ModelAndView end(@PathVariable UUID id, EndForm typed, SignedIn by) {
        var ending =
                new Receptions.Ending(Typed.text(typed.how()), Typed.number(typed.number()), Typed.text(typed.note()));
        return switch (receptions.end(id, typed.seen() == null ? -1 : typed.seen(), ending, by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/receptions/" + id);
            case Doing.Refused refused ->
                one(id, by, typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** How to reach who booked: one look at an identity, on the record. */
    @PostMapping("/desk/receptions/{id}/contact")
    ModelAndView contact(@PathVariable UUID id, SignedIn by) {
        var person = receptions.contact(id, by).orElse(null);
        return one(id, by, EndForm.EMPTY, FormErrors.none(), HttpStatus.OK).addObject("person", person);
    }

    private ModelAndView one(UUID id, SignedIn by, EndForm typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/desk-reception", status)
                .addObject("reception", receptions.openOnDesk(id, by))
                .addObject("steps", history.of(id))
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("person", null)
                .addObject("intake", by.role() == Role.INTAKE);
    }
}
