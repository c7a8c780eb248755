package io.huiyin.server.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public home: the ways in, and three figures about the county. */
@Controller
class HomePages {

    private final CountyFigures figures;

    HomePages(CountyFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("figures", figures.now());
        return "portal/home";
    }
}
