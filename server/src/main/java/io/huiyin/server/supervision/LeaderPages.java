package io.huiyin.server.supervision;

import io.huiyin.server.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which office each leader's account stands for. */
@Controller
class LeaderPages {

    private final Leaders leaders;

    LeaderPages(Leaders leaders) {
        this.leaders = leaders;
    }

    @GetMapping("/desk/leaders")
    ModelAndView list() {
        return list("", "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/leaders")
    ModelAndView name(
            @RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String office) {
        return switch (leaders.name(Typed.text(username), Typed.text(office))) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/leaders");
            case Doing.Refused refused ->
                list(username, office, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView list(String username, String office, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/leaders", status)
                .addObject("leaders", leaders.all())
                .addObject("username", username)
                .addObject("office", office)
                .addObject("errors", errors);
    }
}
