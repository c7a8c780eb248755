package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Passages for answers: written, changed and taken out of use. */
@Controller
class PassagePages {

    private static final String LIST = "redirect:/desk/passages";

    private final Passages passages;

    PassagePages(Passages passages) {
        this.passages = passages;
    }

    /** As it was typed. */
    record Typed(UUID submission, String part, String name, String words) {}

    @GetMapping("/desk/passages")
    ModelAndView list(SignedIn by) {
        return list(new Typed(UUID.randomUUID(), "opinion", "", ""), FormErrors.none(), by);
    }

    @PostMapping("/desk/passages")
    ModelAndView write(
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String words,
            SignedIn by) {
        Typed typed = new Typed(PublicPages.id(submission), part, clean(name), clean(words));
        FormErrors errors = passages.write(typed.submission(), part, typed.name(), typed.words(), by);
        return errors.any() ? list(typed, errors, by) : new ModelAndView(LIST);
    }

    @GetMapping("/desk/passages/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        Passage passage = passages.find(id, by);
        return one(passage, passage.name(), passage.words(), FormErrors.none());
    }

    @PostMapping("/desk/passages/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String words,
            SignedIn by) {
        FormErrors errors = passages.change(id, seen, clean(name), clean(words), by);
        return errors.any() ? one(passages.find(id, by), clean(name), clean(words), errors) : new ModelAndView(LIST);
    }

    @PostMapping("/desk/passages/{id}/retire")
    ModelAndView retire(@PathVariable UUID id, @RequestParam(defaultValue = "-1") long seen, SignedIn by) {
        passages.retire(id, seen, by);
        return new ModelAndView(LIST);
    }

    private ModelAndView list(Typed typed, FormErrors errors, SignedIn by) {
        return new ModelAndView("petition/passages", status(errors))
                .addObject("passages", passages.own(by))
                .addObject("ofUnit", by.unit() != null)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }

    private static ModelAndView one(Passage passage, String name, String words, FormErrors errors) {
        return new ModelAndView("petition/passage", status(errors))
                .addObject("passage", passage)
                .addObject("name", name)
                .addObject("words", words)
                .addObject("errors", errors);
    }

    private static HttpStatus status(FormErrors errors) {
        return errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    private static String clean(String text) {
        return text.replace("\0", "").strip();
    }
}
