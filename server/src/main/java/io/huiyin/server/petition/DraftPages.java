package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Draft.Saving;
import io.huiyin.server.web.FormErrors;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The draft of an answer on the desk: saved whole whichever of its buttons is pressed. */
@Controller
class DraftPages {

    private final AtOnce atOnce;
    private final Passages passages;
    private final OnePage page;

    DraftPages(AtOnce atOnce, Passages passages, OnePage page) {
        this.atOnce = atOnce;
        this.passages = passages;
        this.page = page;
    }

    /**
     * @param insert number of the claim whose chosen passage is put in; 0: none
     * @param issue version of the petition that the answer is issued for with what was written; absent: it is only saved
     */
    @PostMapping("/desk/petitions/{id}/answer")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "0") int insert,
            @RequestParam Optional<Long> issue,
            @RequestParam Map<String, String> all,
            SignedIn by) {
        Optional<Passage> chosen = insert == 0
                ? Optional.empty()
                : passages.usable(PublicPages.id(all.getOrDefault("passage-" + insert, "")), by);
        UnaryOperator<Claim> pen = claim -> {
            Claim written = claim.written(
                    text(all, "facts", claim),
                    text(all, "opinion", claim),
                    text(all, "basis", claim),
                    text(all, "measures", claim));
            return claim.no() == insert && chosen.isPresent() ? chosen.get().into(written) : written;
        };
        String place = issue.isPresent()
                ? ""
                : chosen.map(one -> "#" + one.part() + "-" + insert).orElse("#draft");
        return switch (atOnce.write(id, seen, pen, issue, by)) {
            case Saving.Saved saved -> new ModelAndView("redirect:/desk/petitions/" + id + place);
            case Saving.Refused refused ->
                page.unsaved(
                        id,
                        by,
                        FormErrors.none().add(refused.field(), refused.key(), Drafts.LONGEST),
                        new Draft(seen, null, null, refused.written()),
                        null);
            case Saving.NotIssued not ->
                page.show(id, by, FormErrors.none().add(not.field(), not.key()), "", HttpStatus.UNPROCESSABLE_CONTENT);
            case Saving.Overtaken overtaken -> {
                Draft theirs = overtaken.theirs();
                yield page.unsaved(
                        id,
                        by,
                        FormErrors.none().add("draft", "petition.draft.overtaken", String.valueOf(theirs.savedBy())),
                        new Draft(theirs.version(), theirs.savedBy(), theirs.savedAt(), overtaken.written()),
                        theirs);
            }
        };
    }

    private static String text(Map<String, String> all, String part, Claim claim) {
        return all.getOrDefault(part + "-" + claim.no(), "")
                .replace("\0", "")
                .replace("\r\n", "\n")
                .strip();
    }
}
