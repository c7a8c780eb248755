package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/** The desk's page of one petition, with what was typed and could not be done; all that it shows is of one moment. */
@Component
@Transactional(readOnly = true)
class OnePage {

    private final PetitionDesk petitions;
    private final Drafts drafts;
    private final Passages passages;
    private final Repeats repeats;
    private final Attachments attachments;
    private final Hotline hotline;
    private final InternalSteps steps;
    private final Routes routes;

    OnePage(
            PetitionDesk petitions,
            Drafts drafts,
            Passages passages,
            Repeats repeats,
            Attachments attachments,
            Hotline hotline,
            InternalSteps steps,
            Routes routes) {
        this.petitions = petitions;
        this.drafts = drafts;
        this.passages = passages;
        this.repeats = repeats;
        this.attachments = attachments;
        this.hotline = hotline;
        this.steps = steps;
        this.routes = routes;
    }

    /** @param typed reason of a move that was refused */
    ModelAndView show(UUID id, SignedIn by, FormErrors errors, String typed, HttpStatus status) {
        PetitionDesk.OnDesk opened = petitions.open(id, by);
        return page(opened, by, errors, status)
                .addObject("typed", typed)
                .addObject(
                        "draft",
                        opened.life().procedure() == Procedure.IN_HAND ? drafts.of(id, opened.claims()) : null);
    }

    /**
     * With a draft that was not saved.
     *
     * @param theirs what somebody else saved in the meantime; null: nobody did
     */
    ModelAndView unsaved(UUID id, SignedIn by, FormErrors errors, Draft written, @Nullable Draft theirs) {
        return page(
                        petitions.open(id, by),
                        by,
                        errors,
                        theirs == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT)
                .addObject("typed", "")
                .addObject("draft", written)
                .addObject("theirs", theirs);
    }

    private ModelAndView page(PetitionDesk.OnDesk opened, SignedIn by, FormErrors errors, HttpStatus status) {
        UUID id = opened.life().id();
        return new ModelAndView("petition/one", status)
                .addObject("opened", opened)
                .addObject("passages", passages.usable(by.unit()))
                .addObject("routes", routes)
                .addObject("person", null)
                .addObject("others", null)
                .addObject("theirs", null)
                .addObject("repeats", repeats.of(id))
                .addObject("attachments", attachments.kept(opened.life().owner()))
                .addObject("reviews", opened.made("ask-review") ? attachments.decided(id) : List.of())
                .addObject("call", opened.life().called() ? hotline.call(id).orElseThrow() : null)
                .addObject("hotline", hotline)
                .addObject("steps", opened.made("accept") ? steps.of(id) : List.of())
                .addObject("submission", UUID.randomUUID().toString())
                .addObject("feedback", "")
                .addObject("errors", errors)
                .addObject("role", by.role());
    }
}
