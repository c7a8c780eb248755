package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.petition.NewSubmission.Person;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.PublicAddress;
import io.huiyin.server.web.QrCode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The intake clerk writes down a visit, a call or a letter, and hands out the same receipt as the web form, with query codes. */
@Controller
class ClerkPages {

    private final Intake intake;
    private final Units units;
    private final Hotline hotline;
    private final PublicAddress address;
    private final Clock clock;

    ClerkPages(Intake intake, Units units, Hotline hotline, PublicAddress address, Clock clock) {
        this.intake = intake;
        this.units = units;
        this.hotline = hotline;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/desk/petitions/new")
    ModelAndView form() {
        return page(ClerkForm.empty(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/petitions/new")
    ModelAndView register(ClerkForm form, SignedIn by) {
        FormErrors errors = form.errors();
        if (errors.any()) return page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        List<Person> signatories = form.signatories();
        String about = form.kindOf() == PetitionClass.ACCUSATION
                ? units.find(form.text(form.about())).map(Unit::code).orElse(null)
                : null;
        NewSubmission submission =
                form.submission(signatories, about, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Receipt receipt = submission.channel().equals("call")
                ? intake.registerCall(submission, hotlineClass(form), Actor.of(by))
                : intake.register(submission, Actor.of(by));
        return new ModelAndView("petition/slip")
                .addObject("receipt", receipt)
                .addObject(
                        "squares",
                        receipt.codes().stream()
                                .map(code -> QrCode.of(address.of("/petitions/" + code.digits())))
                                .toList())
                .addObject(
                        "queries", signatories.stream().map(Person::queryCode).toList());
    }

    /** A call that nobody gave a class is an ordinary one. */
    private String hotlineClass(ClerkForm form) {
        String typed = form.text(form.hotline());
        return hotline.classes().stream().anyMatch(one -> one.code().equals(typed)) ? typed : "ordinary";
    }

    private ModelAndView page(ClerkForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/clerk", status)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("hotline", hotline.classes())
                .addObject("units", units.all());
    }
}
