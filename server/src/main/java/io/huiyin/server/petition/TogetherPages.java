package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Together.Chosen;
import io.huiyin.server.petition.Together.Done;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Several petitions of the list at once, and what became of each. */
@Controller
class TogetherPages {

    private final Together together;

    TogetherPages(Together together) {
        this.together = together;
    }

    /** Where the switches of language and size lead back to. */
    @GetMapping("/desk/together")
    String list() {
        return "redirect:/desk/petitions";
    }

    /**
     * @param chosen each the petition and the version in which it stood in the list
     * @param of the unit by which the list was filtered, to come back to it; {@code form} holds the unit that they go to
     */
    @PostMapping("/desk/together")
    ModelAndView move(
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String state,
            MoveForm form,
            SignedIn by) {
        List<String> ticked = chosen == null ? List.of() : chosen;
        List<Done> done = together.move(ticked.stream().map(Chosen::read).flatMap(Optional::stream), form.wish(), by);
        return new ModelAndView("petition/together", done.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("done", done)
                .addObject("more", ticked.size() > Together.MOST)
                .addObject("filter", DeskFilter.of(of, state));
    }
}
