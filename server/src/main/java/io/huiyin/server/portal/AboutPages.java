package io.huiyin.server.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 凭什么相信: how the numbers come about, who may see what, and what is not promised, in plain words. */
@Controller
class AboutPages {

    @GetMapping("/about")
    String about() {
        return "portal/about";
    }
}
