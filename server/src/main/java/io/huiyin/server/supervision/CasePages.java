package io.huiyin.server.supervision;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.supervision.HardCases.Listing;
import io.huiyin.server.supervision.HardCases.Plan;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of hard cases on the desk: supervision puts cases on it, leaders take them. */
@Controller
class CasePages {

    private final HardCases cases;
    private final Proposals proposals;
    private final Acts acts;
    private final History history;

    CasePages(HardCases cases, Proposals proposals, Acts acts, History history) {
        this.cases = cases;
        this.proposals = proposals;
        this.acts = acts;
        this.history = history;
    }

    @GetMapping("/desk/cases")
    ModelAndView list(SignedIn by) {
        return new ModelAndView("supervision/cases")
                .addObject("cases", cases.all(by))
                .addObject("today", cases.today())
                .addObject("by", by);
    }

    @GetMapping("/desk/cases/proposals")
    ModelAndView proposals() {
        return proposals(null, "", FormErrors.none(), HttpStatus.OK);
    }

    /** One that is not put on the list, with the reason. */
    @PostMapping("/desk/cases/proposals/{id}")
    ModelAndView dismiss(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, SignedIn by) {
        return switch (proposals.dismiss(id, reason, by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/cases/proposals");
            case Doing.Refused refused -> proposals(id, reason, whole(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView proposals(@Nullable UUID about, String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/proposals", status)
                .addObject("proposals", proposals.all())
                .addObject("about", about)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }

    @GetMapping("/desk/cases/new")
    ModelAndView form(
            @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "by-hand") String rule) {
        return form(new ListingForm(number, "", rule, ""), FormErrors.none(), HttpStatus.OK);
    }

    /** What is typed to put a case on the list. */
    record ListingForm(
            @Nullable String number,
            @Nullable String subject,
            @Nullable String rule,
            @Nullable String reason) {
        String text(@Nullable String field) {
            return Typed.text(field);
        }

        Listing listing() {
            return new Listing(Typed.number(number), text(subject), text(rule), text(reason));
        }
    }

    @PostMapping("/desk/cases")
    ModelAndView put(ListingForm form, SignedIn by) {
        return switch (cases.list(form.listing(), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/cases/" + done.id());
            case Doing.Refused refused -> form(form, errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(ListingForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/listing", status)
                .addObject("form", form)
                .addObject("subjects", cases.subjects())
                .addObject("errors", errors);
    }

    @GetMapping("/desk/cases/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        return one(id, by, PlanForm.EMPTY, FormErrors.none(), HttpStatus.OK);
    }

    /** What a leader types to take a case, or to plan anew. */
    record PlanForm(
            @Nullable Long seen,
            @Nullable String plan,
            @Nullable String due,
            @Nullable Boolean noStake) {
        static final PlanForm EMPTY = new PlanForm(null, null, null, null);

        String text(@Nullable String field) {
            return Typed.text(field);
        }
    }

    @PostMapping("/desk/cases/{id}/owner")
    ModelAndView take(@PathVariable UUID id, PlanForm form, SignedIn by) {
        Plan plan = new Plan(Typed.text(form.plan()), Typed.day(form.due()));
        long seen = form.seen() == null ? -1 : form.seen();
        boolean own = cases.open(id, by).ownedBy(by.account());
        Doing doing = own
                ? cases.replan(id, seen, plan, by)
                : cases.take(id, seen, plan, Boolean.TRUE.equals(form.noStake()), by);
        return after(doing, id, form, by);
    }

    @PostMapping("/desk/cases/{id}/stake")
    ModelAndView stake(@PathVariable UUID id, SignedIn by) {
        cases.open(id, by);
        cases.declareStake(id, by);
        return new ModelAndView("redirect:/desk/cases");
    }

    @PostMapping("/desk/cases/{id}/release")
    ModelAndView release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String reason,
            SignedIn by) {
        return after(cases.release(id, seen, Typed.text(reason), by), id, PlanForm.EMPTY, by);
    }

    private ModelAndView after(Doing doing, UUID id, PlanForm typed, SignedIn by) {
        return switch (doing) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/cases/" + id);
            case Doing.Refused refused -> one(id, by, typed, errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView one(UUID id, SignedIn by, PlanForm typed, FormErrors errors, HttpStatus status) {
        HardCase hard = cases.open(id, by);
        return new ModelAndView("supervision/case", status)
                .addObject("hard", hard)
                .addObject("acts", acts.ofCase(id))
                .addObject("steps", history.of(id))
                .addObject("reads", by.role() != Role.LEADER || hard.ownedBy(by.account()))
                .addObject("typed", typed)
                .addObject("today", cases.today())
                .addObject("errors", errors)
                .addObject("by", by);
    }

    static FormErrors errors(Doing.Refused refused) {
        return FormErrors.none()
                .add(refused.field(), refused.key(), refused.args().toArray());
    }

    /** For a page with several forms of one kind: which field is meant says the sentence. */
    static FormErrors whole(Doing.Refused refused) {
        return FormErrors.none().add("", refused.key(), refused.args().toArray());
    }
}
