package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The interviewer asks petitioners whether it is solved. */
@Controller
class AskingPages {

    /** What is said of a call in which nobody was spoken to. */
    private static final Set<String> NOBODY = Set.of("not-reached", "wrong-number");

    private final Asking asking;

    AskingPages(Asking asking) {
        this.asking = asking;
    }

    @GetMapping("/desk/verdicts")
    ModelAndView list() {
        return new ModelAndView("petition/asking")
                .addObject("due", asking.due())
                .addObject("withdrawn", asking.withdrawn())
                .addObject("harm", asking.harm())
                .addObject("count", asking.count());
    }

    @GetMapping("/desk/verdicts/{code}")
    ModelAndView call(@PathVariable String code, SignedIn by) {
        return call(code(code), FormErrors.none(), HttpStatus.OK, by);
    }

    @PostMapping("/desk/verdicts/{code}")
    ModelAndView said(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "false") boolean pressed,
            @RequestParam(defaultValue = "") String words,
            SignedIn by) {
        if (NOBODY.contains(said))
            return after(code(code), asking.notReached(code(code), said.equals("wrong-number"), by), by);
        PetitionOutcome outcome = PetitionOutcome.said(said);
        if (outcome == null)
            return call(
                    code(code),
                    FormErrors.none().add("said", "petition.verdict.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    by);
        Verdicts.Saying saying = new Verdicts.Saying(PublicPages.id(submission), outcome, pressed, words.strip());
        return after(code(code), asking.said(code(code), saying, by), by);
    }

    /** Did you withdraw by your own will? */
    @PostMapping("/desk/verdicts/{code}/withdrawal")
    ModelAndView withdrawal(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String happened,
            SignedIn by) {
        if (NOBODY.contains(said))
            return after(code(code), asking.notReached(code(code), said.equals("wrong-number"), by), by);
        if (!said.equals("free") && !said.equals("pressed"))
            return call(
                    code(code),
                    FormErrors.none().add("said", "petition.verdict.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    by);
        return after(
                code(code),
                asking.withdrew(code(code), PublicPages.id(submission), said.equals("pressed"), happened, by),
                by);
    }

    /** After three months: did anything bad happen because you spoke? */
    @PostMapping("/desk/verdicts/{code}/harm")
    ModelAndView harm(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String harmed,
            @RequestParam(defaultValue = "") String happened,
            SignedIn by) {
        if (!harmed.equals("yes") && !harmed.equals("no"))
            return call(
                    code(code),
                    FormErrors.none().add("harmed", "petition.verdict.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    by);
        return after(
                code(code),
                asking.harmed(code(code), PublicPages.id(submission), harmed.equals("yes"), happened, by),
                by);
    }

    private ModelAndView after(Code code, Moving moving, SignedIn by) {
        return switch (moving) {
            case Moving.Moved moved -> new ModelAndView("redirect:/desk/verdicts");
            case Moving.Refused refused ->
                call(code, FormErrors.none().add(refused.field(), refused.key()), HttpStatus.UNPROCESSABLE_CONTENT, by);
        };
    }

    private ModelAndView call(Code code, FormErrors errors, HttpStatus status, SignedIn by) {
        return new ModelAndView("petition/ask", status)
                .addObject("call", asking.open(code, by))
                .addObject("submission", UUID.randomUUID().toString())
                .addObject("errors", errors);
    }

    private static Code code(String text) {
        return Code.parse(text).orElseThrow(() -> new NotFound("petition"));
    }
}
