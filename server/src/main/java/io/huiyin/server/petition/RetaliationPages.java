package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The supervision office looks into what petitioners say was done to them; no unit comes here. */
@Controller
class RetaliationPages {

    private final Retaliations retaliations;

    RetaliationPages(Retaliations retaliations) {
        this.retaliations = retaliations;
    }

    @GetMapping("/desk/retaliations")
    ModelAndView list() {
        return page("", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/retaliations/{id}")
    ModelAndView found(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String upheld,
            @RequestParam(defaultValue = "") String finding,
            SignedIn by) {
        boolean said = upheld.equals("yes") || upheld.equals("no");
        if (said && retaliations.found(id, upheld.equals("yes"), finding, by))
            return new ModelAndView("redirect:/desk/retaliations");
        return page(finding, FormErrors.none().add("", "petition.retaliation.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/retaliations", status)
                .addObject("all", retaliations.all())
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
