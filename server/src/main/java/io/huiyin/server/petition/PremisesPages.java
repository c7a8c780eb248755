package io.huiyin.server.petition;

import io.huiyin.server.organization.Units;
import io.huiyin.server.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator lists the networks of offices. */
@Controller
class PremisesPages {

    private final Premises premises;
    private final Units units;

    PremisesPages(Premises premises, Units units) {
        this.premises = premises;
        this.units = units;
    }

    @GetMapping("/desk/premises")
    ModelAndView list() {
        return page("", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/premises")
    ModelAndView change(
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String remove) {
        if (!remove.isEmpty()) premises.remove(remove);
        else if (!premises.add(network.strip(), unit))
            return page(
                    network,
                    FormErrors.none().add("network", "petition.premises.wrong"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return new ModelAndView("redirect:/desk/premises");
    }

    private ModelAndView page(String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/premises", status)
                .addObject("networks", premises.all())
                .addObject("units", units.all())
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
