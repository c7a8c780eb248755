package io.huiyin.server.petition;

import io.huiyin.server.organization.Units;
import io.huiyin.server.web.FormErrors;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page of the public form, with what was said before and the attachments that are kept already. */
@Component
class FormPage {

    private final Units units;
    private final Attachments attachments;
    private final Channels channels;

    FormPage(Units units, Attachments attachments, Channels channels) {
        this.units = units;
        this.attachments = attachments;
        this.channels = channels;
    }

    /** Says where an accusation goes that nobody here may handle; what was attached to it is kept no longer. */
    ModelAndView above(PetitionForm form) {
        UUID submission = PublicPages.id(form.text("submission"));
        attachments.kept(submission).forEach(one -> attachments.remove(submission, one.id()));
        return new ModelAndView("petition/above").addObject("form", form).addObject("above", channels.above());
    }

    ModelAndView show(String step, PetitionForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/form", status)
                .addObject("step", step)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("units", units.all())
                .addObject("attachments", attachments.kept(PublicPages.id(form.text("submission"))))
                .addObject("allowed", attachments.allowed())
                .addObject("refusals", List.of());
    }
}
