package io.huiyin.server.petition;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.FormErrors;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Calls that wait for their first word, by the hour; the intake office says how pressing one is, the unit gives the word. */
@Controller
class HotlinePages {

    private final Hotline hotline;
    private final PetitionDesk desk;
    private final OnePage page;

    HotlinePages(Hotline hotline, PetitionDesk desk, OnePage page) {
        this.hotline = hotline;
        this.desk = desk;
        this.page = page;
    }

    @GetMapping("/desk/hotline")
    ModelAndView list(SignedIn by) {
        boolean ofUnit = by.role() == Role.HANDLER || by.role() == Role.UNIT_HEAD;
        if (ofUnit && by.unit() == null) throw new Denied("petition.denied");
        return new ModelAndView("petition/hotline")
                .addObject("lines", hotline.waiting(ofUnit ? by.unit() : null, Actor.of(by)))
                .addObject("hotline", hotline);
    }

    @PostMapping("/desk/petitions/{id}/hotline")
    ModelAndView classify(@PathVariable UUID id, @RequestParam(defaultValue = "") String hotline, SignedIn by) {
        desk.open(id, by);
        return after(id, "hotline", this.hotline.classify(id, hotline), "", by);
    }

    @PostMapping("/desk/petitions/{id}/feedback")
    ModelAndView feedBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String feedback,
            SignedIn by) {
        return after(id, "feedback", hotline.feedBack(id, PublicPages.id(submission), feedback, by), feedback, by);
    }

    private ModelAndView after(UUID id, String field, Optional<String> fault, String typed, SignedIn by) {
        return fault.map(key -> page.show(
                                id, by, FormErrors.none().add(field, key), "", HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("feedback", typed))
                .orElseGet(() -> new ModelAndView("redirect:/desk/petitions/" + id));
    }
}
