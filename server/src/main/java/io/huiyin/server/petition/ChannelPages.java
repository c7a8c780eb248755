package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How to reach the petition office, for everybody, and the form in which it writes that itself. */
@Controller
class ChannelPages {

    private final Channels channels;

    ChannelPages(Channels channels) {
        this.channels = channels;
    }

    @GetMapping("/channels")
    ModelAndView list() {
        return new ModelAndView("petition/channels").addObject("channels", channels.all());
    }

    @GetMapping("/desk/channels")
    ModelAndView form() {
        return form(channels.all(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/channels")
    ModelAndView write(@RequestParam Map<String, String> typed, SignedIn by) {
        FormErrors errors = channels.write(typed, by);
        if (!errors.any()) return new ModelAndView("redirect:/channels");
        List<Channels.Channel> sent = channels.all().stream()
                .map(one -> Channels.read(one.code(), typed))
                .toList();
        return form(sent, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView form(List<Channels.Channel> shown, FormErrors errors, HttpStatus status) {
        return new ModelAndView("petition/desk-channels", status)
                .addObject("channels", shown)
                .addObject("errors", errors);
    }
}
