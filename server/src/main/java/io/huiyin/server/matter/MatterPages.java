package io.huiyin.server.matter;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's list of matters, and one of them. */
@Controller
class MatterPages {

    private final MatterDesk matters;

    MatterPages(MatterDesk matters) {
        this.matters = matters;
    }

    @GetMapping("/desk/matters")
    String list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "1") int page,
            SignedIn by,
            Model model) {
        model.addAttribute("shown", matters.list(DeskFilter.of(unit, state), page, by));
        return "matter/list";
    }

    @GetMapping("/desk/matters/{id}")
    String open(@PathVariable UUID id, SignedIn by, Model model) {
        model.addAttribute("matter", matters.open(id, by));
        model.addAttribute("slips", by.role() == Role.HANDLER || by.role() == Role.UNIT_HEAD);
        model.addAttribute("taps", by.role() == Role.HANDLER);
        return "matter/one";
    }
}
