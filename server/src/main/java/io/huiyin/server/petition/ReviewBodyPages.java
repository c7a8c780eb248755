package io.huiyin.server.petition;

import io.huiyin.server.organization.Units;
import io.huiyin.server.petition.ReviewBodies.Access;
import io.huiyin.server.petition.ReviewBodies.Adding;
import io.huiyin.server.petition.ReviewBodies.Described;
import io.huiyin.server.web.FormErrors;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The intake office or the administrator keeps the list of review bodies and hands out their codes. */
@Controller
class ReviewBodyPages {

    private static final Described NOBODY = new Described(null, "", "", "", "", "", List.of());

    private final ReviewBodies bodies;
    private final Units units;

    ReviewBodyPages(ReviewBodies bodies, Units units) {
        this.bodies = bodies;
        this.units = units;
    }

    @GetMapping("/desk/review-bodies")
    ModelAndView list() {
        return page(NOBODY, null, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/review-bodies")
    ModelAndView add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String nameZh,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String own,
            @RequestParam(required = false) @Nullable List<String> reviewed) {
        Described described = new Described(
                Arrays.stream(ReviewBody.Kind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                plain(nameZh),
                plain(nameEn),
                plain(office),
                plain(email),
                own,
                reviewed == null ? List.of() : reviewed);
        return switch (bodies.add(described)) {
            case Adding.Added added -> page(NOBODY, added.access(), FormErrors.none(), HttpStatus.OK);
            case Adding.Refused refused ->
                page(
                        described,
                        null,
                        FormErrors.none().add(refused.field(), refused.key()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A new access code, shown once. */
    @PostMapping("/desk/review-bodies/{id}/code")
    ModelAndView renew(@PathVariable UUID id) {
        return page(NOBODY, bodies.renew(id), FormErrors.none(), HttpStatus.OK);
    }

    /** Where its news goes. */
    @PostMapping("/desk/review-bodies/{id}/email")
    ModelAndView reach(@PathVariable UUID id, @RequestParam(defaultValue = "") String email) {
        return bodies.reach(id, plain(email))
                ? new ModelAndView("redirect:/desk/review-bodies")
                : page(
                        NOBODY,
                        null,
                        FormErrors.none().add("email-" + id, "petition.body.email.wrong"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whether it is in use. */
    @PostMapping("/desk/review-bodies/{id}")
    String use(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean active) {
        bodies.use(id, active);
        return "redirect:/desk/review-bodies";
    }

    private static String plain(String typed) {
        return typed.replace("\0", "").strip();
    }

    private ModelAndView page(Described typed, @Nullable Access access, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/bodies", status)
                .addObject("bodies", bodies.all())
                .addObject("units", units.all())
                .addObject("typed", typed)
                .addObject("access", access)
                .addObject("errors", errors);
    }
}
