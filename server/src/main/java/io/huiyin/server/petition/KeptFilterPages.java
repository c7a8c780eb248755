package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own filters of the desk's list. */
@Controller
class KeptFilterPages {

    private final KeptFilters kept;
    private final ListPage page;

    KeptFilterPages(KeptFilters kept, ListPage page) {
        this.kept = kept;
        this.page = page;
    }

    /** Where the switches of language and size lead back to. */
    @GetMapping("/desk/filters")
    String list() {
        return "redirect:/desk/petitions";
    }

    @PostMapping("/desk/filters")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean opens,
            SignedIn by) {
        DeskFilter filter = DeskFilter.of(unit, state);
        String typed = name.replace("\0", "").strip();
        FormErrors errors = kept.keep(typed, filter, opens, by);
        return errors.any() ? page.show(filter, "", by, errors, typed) : to(filter);
    }

    @PostMapping("/desk/filters/{id}/open")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        kept.open(id, by);
        return new ModelAndView("redirect:/desk/petitions?state=");
    }

    @PostMapping("/desk/filters/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, SignedIn by) {
        kept.remove(id, by);
        return new ModelAndView("redirect:/desk/petitions?state=");
    }

    private static ModelAndView to(DeskFilter filter) {
        ModelAndView page = new ModelAndView("redirect:/desk/petitions");
        if (filter.unit() != null) page.addObject("unit", filter.unit());
        return page.addObject("state", filter.state());
    }
}
