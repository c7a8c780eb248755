package io.huiyin.server.portal;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.access.DeskWork.Queue;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: what there is to do for whoever has signed in, their own work first. */
@Controller
class DeskPages {

    private final List<DeskWork> modules;

    DeskPages(List<DeskWork> modules) {
        this.modules = modules;
    }

    @GetMapping("/desk")
    String desk(SignedIn by, Model model) {
        List<Queue> queues =
                modules.stream().flatMap(module -> module.queues(by).stream()).toList();
        model.addAttribute("queues", queues).addAttribute("by", by);
        return "portal/desk";
    }
}
