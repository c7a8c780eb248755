package io.huiyin.server.portal;

import io.huiyin.server.csv.Runs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which files were imported, and what became of their rows. */
@Controller
class ImportPages {

    private static final int MOST = 100;

    private final Runs runs;

    ImportPages(Runs runs) {
        this.runs = runs;
    }

    @GetMapping("/desk/imports")
    String imports(Model model) {
        model.addAttribute("runs", runs.recent(MOST));
        return "portal/imports";
    }
}
