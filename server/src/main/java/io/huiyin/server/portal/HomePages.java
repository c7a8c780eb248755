package io.huiyin.server.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public home. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "portal/home";
    }
}
