package io.huiyin.server.identity;

import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Paging;
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

/** The administrator's list of accounts, and what was done with them. */
@Controller
class AccountPages {

    private static final int ROWS = 50;

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What was typed; missing fields are empty. */
    record Typed(String username, String name, String role, String unit, String official, String email) {
        Typed(
                @Nullable String username,
                @Nullable String name,
                @Nullable String role,
                @Nullable String unit,
                @Nullable String official,
                @Nullable String email) {
            this.username = username == null ? "" : username;
            this.name = name == null ? "" : name;
            this.role = role == null ? "" : role;
            this.unit = unit == null ? "" : unit;
            this.official = official == null ? "" : official;
            this.email = email == null ? "" : email;
        }
    }

    @GetMapping("/desk/accounts")
    String list(@RequestParam(defaultValue = "1") int page, SignedIn by, Model model) {
        Paging paging = Paging.of(page, ROWS, accounts.count());
        model.addAttribute("paging", paging).addAttribute("accounts", accounts.page(paging, by));
        model.addAttribute("own", by.account());
        return "identity/accounts";
    }

    @GetMapping("/desk/accounts/events")
    String events(@RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(page, ROWS, accounts.countEvents());
        model.addAttribute("paging", paging).addAttribute("events", accounts.events(paging));
        return "identity/events";
    }

    @GetMapping("/desk/accounts/new")
    ModelAndView form() {
        return form(new Typed("", "", "", "", "", ""), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/accounts")
    ModelAndView open(Typed typed, SignedIn by) {
        Role role = Role.of(typed.role());
        if (role == null)
            return form(
                    typed, FormErrors.none().add("role", "identity.role.missing"), HttpStatus.UNPROCESSABLE_CONTENT);
        var wanted =
                new NewAccount(typed.username(), typed.name(), role, typed.unit(), typed.official(), typed.email());
        return switch (accounts.open(wanted, by)) {
            case Opening.Opened opened -> opened(opened);
            case Opening.Refused refused -> form(typed, refused.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/desk/accounts/{id}/password")
    ModelAndView resetPassword(@PathVariable UUID id, SignedIn by) {
        return opened(accounts.resetPassword(id, by));
    }

    @PostMapping("/desk/accounts/{id}/disable")
    String disable(@PathVariable UUID id, SignedIn by) {
        accounts.disable(id, by);
        return "redirect:/desk/accounts";
    }

    /** Not a redirect: the password is in this one answer and nowhere else. */
    private static ModelAndView opened(Opening.Opened opened) {
        return new ModelAndView("identity/opened").addObject("opened", opened);
    }

    private static ModelAndView form(Typed typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("identity/new-account", status)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
