package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's list of petitions, and one of them. */
@Controller
class PetitionPages {

    private final PetitionDesk petitions;

    PetitionPages(PetitionDesk petitions) {
        this.petitions = petitions;
    }

    @GetMapping("/desk/petitions")
    String list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "1") int page,
            SignedIn by,
            Model model) {
        model.addAttribute("shown", petitions.list(DeskFilter.of(unit, state), page, by));
        return "petition/list";
    }

    @GetMapping("/desk/petitions/{id}")
    String open(@PathVariable UUID id, SignedIn by, Model model) {
        model.addAttribute("opened", petitions.open(id, by));
        return "petition/one";
    }
}
