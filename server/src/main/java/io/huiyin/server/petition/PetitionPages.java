package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.Sheets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk's list of petitions, and one of them. */
@Controller
class PetitionPages {

    private final PetitionDesk petitions;
    private final AtOnce atOnce;
    private final Repeats repeats;
    private final OnePage page;
    private final ListPage list;
    private final KeptFilters kept;
    private final Routes routes;
    private final Sheets sheets;

    PetitionPages(
            PetitionDesk petitions,
            AtOnce atOnce,
            Repeats repeats,
            OnePage page,
            ListPage list,
            KeptFilters kept,
            Routes routes,
            Sheets sheets) {
        this.petitions = petitions;
        this.atOnce = atOnce;
        this.repeats = repeats;
        this.page = page;
        this.list = list;
        this.kept = kept;
        this.routes = routes;
        this.sheets = sheets;
    }

    /** Opened without an address of its own it shows what the person wants to see first. */
    @GetMapping("/desk/petitions")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean all,
            SignedIn by) {
        Optional<UUID> known = number == null ? Optional.empty() : petitions.find(number, by);
        if (known.isPresent()) return new ModelAndView("redirect:/desk/petitions/" + known.get());
        DeskFilter asked = DeskFilter.of(unit, state);
        boolean nothing = number == null && unit == null && state == null;
        DeskFilter filter = nothing ? kept.opening(by).orElse(asked) : asked;
        return list.show(filter, after, by, FormErrors.none(), "")
                .addObject("number", number == null ? "" : number)
                .addObject("all", all);
    }

    /** By number or by words. They are posted and not part of an address, as somebody may type a name. */
    @PostMapping("/desk/petitions")
    String search(@RequestParam(defaultValue = "") String words, SignedIn by, Model model) {
        Optional<UUID> known = petitions.find(words, by);
        if (known.isPresent()) return "redirect:/desk/petitions/" + known.get();
        model.addAttribute("words", words.replace("\0", "").strip());
        model.addAttribute("hits", petitions.search(Sought.of(words), by));
        return "petition/search";
    }

    @GetMapping("/desk/petitions/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        return one(id, by, FormErrors.none(), "", HttpStatus.OK);
    }

    /** The answer as a sheet to print and seal. */
    @GetMapping("/desk/petitions/{id}/document")
    ModelAndView document(@PathVariable UUID id, SignedIn by) {
        return new ModelAndView("petition/document")
                .addObject("document", answer(id, by))
                .addObject("routes", routes);
    }

    @GetMapping("/desk/petitions/{id}/answer.pdf")
    ModelAndView pdf(@PathVariable UUID id, SignedIn by) {
        AnswerDocument document = answer(id, by);
        return document.pdf(sheets).addObject("document", document).addObject("routes", routes);
    }

    private AnswerDocument answer(UUID id, SignedIn by) {
        PetitionDesk.OnDesk opened = petitions.open(id, by);
        if (!opened.life().procedure().hasAnswer()) throw new NotFound("answer");
        return opened.document();
    }

    /** One move of the table; what it needs is typed beside it. */
    @PostMapping("/desk/petitions/{id}/moves")
    ModelAndView move(@PathVariable UUID id, MoveForm form, SignedIn by) {
        return switch (atOnce.move(id, form.wish(), Actor.of(by))) {
            case Moving.Moved moved -> new ModelAndView("redirect:/desk/petitions/" + id);
            case Moving.Refused refused ->
                one(
                        id,
                        by,
                        FormErrors.none().add(refused.field(), refused.key()),
                        form.typed(form.reason()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Who the petitioner is: one more look at an identity, on the record, which the petitioner sees. */
    @PostMapping("/desk/petitions/{id}/contact")
    ModelAndView identity(@PathVariable UUID id, SignedIn by) {
        return one(id, by, FormErrors.none(), "", HttpStatus.OK)
                .addObject("person", petitions.identity(id, by).orElse(null));
    }

    /** It is about the same matter as an earlier one. */
    @PostMapping("/desk/petitions/{id}/repeat")
    ModelAndView repeat(
            @PathVariable UUID id,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String earlier,
            SignedIn by) {
        return after(
                id,
                repeats.mark(id, seen, earlier)
                        .map(key -> Map.of("earlier", key))
                        .orElse(Map.of()),
                by);
    }

    /** What else the same person wrote: a look at an identity, on the record. */
    @PostMapping("/desk/petitions/{id}/others")
    ModelAndView others(@PathVariable UUID id, SignedIn by) {
        return one(id, by, FormErrors.none(), "", HttpStatus.OK).addObject("others", repeats.others(id, by));
    }

    /** Class and lawful way of each claim, and, when the button says so, on to the unit. */
    @PostMapping("/desk/petitions/{id}/class")
    ModelAndView classify(
            @PathVariable UUID id,
            MoveForm form,
            @RequestParam(defaultValue = "") String petitionClass,
            @RequestParam Map<String, String> all,
            SignedIn by) {
        Map<Integer, String> ways = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.matches("route-\\d{1,2}")) ways.put(Integer.valueOf(name.substring(6)), value);
        });
        PetitionClass wanted = java.util.Arrays.stream(PetitionClass.values())
                .filter(one -> one.name().equals(petitionClass))
                .findFirst()
                .orElse(PetitionClass.APPEAL);
        return after(id, atOnce.classify(id, wanted, ways, form.wish(), Actor.of(by)), by);
    }

    private ModelAndView after(UUID id, Map<String, String> faults, SignedIn by) {
        if (faults.isEmpty()) return new ModelAndView("redirect:/desk/petitions/" + id);
        FormErrors errors = FormErrors.none();
        faults.forEach(errors::add);
        return one(id, by, errors, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView one(UUID id, SignedIn by, FormErrors errors, String typed, HttpStatus status) {
        return page.show(id, by, errors, typed, status);
    }
}
