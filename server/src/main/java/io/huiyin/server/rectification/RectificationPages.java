package io.huiyin.server.rectification;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.rating.Reasons;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work orders of poor ratings: for the unit's head to rectify, for supervision as numbers. */
@Controller
class RectificationPages {

    private static final int ROWS = 50;

    private final Rectifications rectifications;
    private final Reasons reasons;

    RectificationPages(Rectifications rectifications, Reasons reasons) {
        this.rectifications = rectifications;
        this.reasons = reasons;
    }

    @GetMapping("/desk/rectifications")
    ModelAndView list(@RequestParam(defaultValue = "1") int page, SignedIn by) {
        if (by.role() == Role.SUPERVISION)
            return new ModelAndView("rectification/counts").addObject("counts", rectifications.counts());
        return new ModelAndView("rectification/list")
                .addObject("part", rectifications.ofOwnUnit(by, page, ROWS))
                .addObject("reasons", reasons);
    }

    @GetMapping("/desk/rectifications/{id}")
    ModelAndView order(@PathVariable UUID id, SignedIn by) {
        return order(rectifications.find(id, by), "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/rectifications/{id}")
    ModelAndView rectify(
            @PathVariable UUID id,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String measures,
            SignedIn by) {
        return switch (rectifications.rectify(id, seen, measures, by)) {
            case Rectifying.Done done -> new ModelAndView("redirect:/desk/rectifications");
            case Rectifying.NoMeasures none -> again(id, measures, "rectification.fault.empty", by);
            case Rectifying.TooLong tooLong -> again(id, measures, "rectification.fault.long", by);
        };
    }

    @PostMapping("/desk/rectifications/{id}/contact")
    ModelAndView contact(@PathVariable UUID id, SignedIn by) {
        var opened = rectifications.contact(id, by);
        return order(rectifications.find(id, by), "", FormErrors.none(), HttpStatus.OK)
                .addObject("asked", true)
                .addObject("contact", opened.orElse(null));
    }

    private ModelAndView again(UUID id, String measures, String problem, SignedIn by) {
        FormErrors errors = FormErrors.none().add("measures", problem);
        return order(rectifications.find(id, by), measures, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView order(WorkOrder order, String measures, FormErrors errors, HttpStatus status) {
        return new ModelAndView("rectification/order", status)
                .addObject("order", order)
                .addObject("measures", measures)
                .addObject("errors", errors)
                .addObject("reasons", reasons);
    }
}
