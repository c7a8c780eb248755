package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The desk's list of petitions, with its queues and the person's own filters. */
@Component
class ListPage {

    private final PetitionDesk petitions;
    private final KeptFilters kept;

    ListPage(PetitionDesk petitions, KeptFilters kept) {
        this.petitions = petitions;
        this.kept = kept;
    }

    /** @param typed name of a filter that could not be kept */
    ModelAndView show(DeskFilter filter, String after, SignedIn by, FormErrors errors, String typed) {
        return new ModelAndView("petition/list", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("shown", petitions.list(filter, after, by))
                .addObject("kept", kept.of(by))
                .addObject("after", after)
                .addObject("all", false)
                .addObject("number", "")
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
