package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A petition by its public number, and what the petitioner does who also knows the query code: read, say how it ended, ask for a review. */
@Controller
class OwnPages {

    private final Tracking tracking;
    private final Verdicts verdicts;
    private final Notes notes;
    private final Premises premises;
    private final Retaliations retaliations;
    private final Sheets sheets;
    private final OwnPage own;

    OwnPages(
            Tracking tracking,
            Verdicts verdicts,
            Notes notes,
            Premises premises,
            Retaliations retaliations,
            Sheets sheets,
            OwnPage own) {
        this.tracking = tracking;
        this.verdicts = verdicts;
        this.notes = notes;
        this.premises = premises;
        this.retaliations = retaliations;
        this.sheets = sheets;
        this.own = own;
    }

    @GetMapping("/petitions/{code}")
    ModelAndView track(@PathVariable String code) {
        return own.shown(OwnPage.code(code), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/petitions/{code}")
    ModelAndView open(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return opened(OwnPage.code(code), query, request, FormErrors.none(), HttpStatus.OK);
    }

    /** The answer as a sheet to print. */
    @PostMapping("/petitions/{code}/document")
    ModelAndView document(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return document(OwnPage.code(code), query, request, document -> new ModelAndView("petition/document"));
    }

    /** The same as a file made here, which is the same whenever it is asked for. */
    @PostMapping("/petitions/{code}/answer.pdf")
    ModelAndView pdf(
            @PathVariable String code, @RequestParam(defaultValue = "") String query, HttpServletRequest request) {
        return document(OwnPage.code(code), query, request, document -> document.pdf(sheets));
    }

    private ModelAndView document(
            Code code, String query, HttpServletRequest request, Function<AnswerDocument, ModelAndView> as) {
        return own.guess(
                code,
                query,
                request,
                opened -> opened.petition().hasAnswer()
                        ? as.apply(opened.document())
                                .addObject("document", opened.document())
                                .addObject("routes", tracking.routes())
                        : own.page(code, query, opened, FormErrors.none(), HttpStatus.OK));
    }

    @PostMapping("/petitions/{code}/verdict")
    ModelAndView verdict(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "false") boolean pressed,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        PetitionOutcome outcome = PetitionOutcome.said(said);
        if (outcome == null)
            return opened(
                    OwnPage.code(code),
                    query,
                    request,
                    FormErrors.none().add("said", "petition.verdict.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        Verdicts.Saying saying = new Verdicts.Saying(PublicPages.id(submission), outcome, pressed, words.strip());
        return guarded(
                OwnPage.code(code),
                query,
                request,
                () -> premises.within(request)
                        ? new Moving.Refused("", "petition.refused.premises")
                        : verdicts.say(OwnPage.code(code), query, saying));
    }

    @PostMapping("/petitions/{code}/moves")
    ModelAndView move(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request) {
        return guarded(
                OwnPage.code(code),
                query,
                request,
                () -> move.equals("withdraw")
                        ? withdraw(OwnPage.code(code), query, PublicPages.id(submission), seen, request)
                        : verdicts.move(OwnPage.code(code), query, Wish.of(move, seen, reason)));
    }

    private Moving withdraw(Code code, String query, UUID submission, long seen, HttpServletRequest request) {
        return premises.within(request)
                ? new Moving.Refused("", "petition.refused.premises")
                : verdicts.withdraw(code, query, submission, seen);
    }

    /** Something bad happened because somebody spoke: told at any time, from anywhere. */
    @PostMapping("/petitions/{code}/retaliation")
    ModelAndView retaliation(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request) {
        return guarded(
                OwnPage.code(code),
                query,
                request,
                () -> retaliations.tell(OwnPage.code(code), PublicPages.id(submission), happened));
    }

    /** Something that stands on the page did not happen. */
    @PostMapping("/petitions/{code}/notes")
    ModelAndView deny(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return guarded(
                OwnPage.code(code),
                query,
                request,
                () -> notes.deny(
                        OwnPage.code(code), query, PublicPages.id(note), PublicPages.id(submission), words.strip()));
    }

    private interface Step {
        Moving make();
    }

    /** Makes a step for who knows the query code, and shows what has become of the petition. */
    private ModelAndView guarded(Code code, String query, HttpServletRequest request, Step step) {
        return own.guess(code, request, () -> tracking.signatory(code, query), known -> switch (step.make()) {
            case Moving.Moved moved -> own.page(code, query, FormErrors.none(), HttpStatus.OK);
            case Moving.Refused refused ->
                own.page(
                        code,
                        query,
                        FormErrors.none().add(refused.field(), refused.key()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private ModelAndView opened(
            Code code, String query, HttpServletRequest request, FormErrors errors, HttpStatus status) {
        return own.guess(code, query, request, opened -> own.page(code, query, opened, errors, status));
    }
}
