package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Draft.Saving;
import io.huiyin.server.web.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The draft of an answer on the desk: saved whole whichever of its buttons is pressed. */
@Controller
class DraftPages {

    private final PetitionDesk petitions;
    private final Drafts drafts;
    private final Passages passages;
    private final OnePage page;

    DraftPages(PetitionDesk petitions, Drafts drafts, Passages passages, OnePage page) {
        this.petitions = petitions;
        this.drafts = drafts;
        this.passages = passages;
        this.page = page;
    }

    /** @param insert number of the claim whose chosen passage is put in; 0: none */
    @PostMapping("/desk/petitions/{id}/answer")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "0") int insert,
            @RequestParam Map<String, String> all,
            SignedIn by) {
        Optional<Passage> chosen = passages.usable(PublicPages.id(all.getOrDefault("passage-" + insert, "")), by);
        List<Claim> written = petitions.open(id, by).claims().stream()
                .map(claim -> claim.written(
                        text(all, "facts", claim),
                        text(all, "opinion", claim),
                        text(all, "basis", claim),
                        text(all, "measures", claim)))
                .map(claim -> claim.no() == insert && chosen.isPresent()
                        ? chosen.get().into(claim)
                        : claim)
                .toList();
        String place = chosen.map(one -> "#" + one.part() + "-" + insert).orElse("#draft");
        return switch (drafts.save(id, seen, written, by)) {
            case Saving.Saved saved -> new ModelAndView("redirect:/desk/petitions/" + id + place);
            case Saving.Refused refused ->
                page.unsaved(
                        id,
                        by,
                        FormErrors.none().add(refused.field(), refused.key(), Drafts.LONGEST),
                        new Draft(seen, null, null, written),
                        null);
            case Saving.Overtaken overtaken -> {
                Draft theirs = overtaken.theirs();
                yield page.unsaved(
                        id,
                        by,
                        FormErrors.none().add("draft", "petition.draft.overtaken", String.valueOf(theirs.savedBy())),
                        new Draft(theirs.version(), theirs.savedBy(), theirs.savedAt(), written),
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
