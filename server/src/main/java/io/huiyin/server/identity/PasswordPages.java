package io.huiyin.server.identity;

import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing one's own password: with the present one, whether signed in or not. */
@Controller
class PasswordPages {

    private final SignIns signIns;
    private final Accounts accounts;
    private final AccountSessions sessions;
    private final RateLimit rateLimit;

    PasswordPages(SignIns signIns, Accounts accounts, AccountSessions sessions, RateLimit rateLimit) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.sessions = sessions;
        this.rateLimit = rateLimit;
    }

    /** What was typed; missing fields are empty. */
    record Typed(String username, String password, String chosen, String again) {
        Typed(@Nullable String username, @Nullable String password, @Nullable String chosen, @Nullable String again) {
            this.username = username == null ? "" : username;
            this.password = password == null ? "" : password;
            this.chosen = chosen == null ? "" : chosen;
            this.again = again == null ? "" : again;
        }
    }

    @GetMapping("/desk/password")
    ModelAndView form(@RequestParam(defaultValue = "") String username, @Nullable SignedIn by) {
        String whose = by == null ? username : by.username();
        return form(new Typed(whose, "", "", ""), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/password")
    ModelAndView choose(Typed typed, HttpServletRequest request, HttpServletResponse response) {
        Attempt attempt = rateLimit.attempt(request, SignInPages.LIMIT);
        if (!attempt.allowed())
            return refuse(typed, "username", "identity.sign-in.busy", SignInPages.minutes(attempt.secondsToWait()));
        if (!typed.chosen().equals(typed.again())) return refuse(typed, "again", "identity.password.differs");
        if (typed.chosen().equals(typed.password())) return refuse(typed, "chosen", "identity.password.same");
        return switch (signIns.signIn(typed.username(), typed.password())) {
            case SignIn.Done done -> choose(done.account(), typed, request, response);
            case SignIn.Temporary temporary -> choose(temporary.account(), typed, request, response);
            case SignIn.Wrong wrong -> refuse(typed, "username", "identity.sign-in.wrong");
            case SignIn.Locked locked ->
                refuse(typed, "username", "identity.sign-in.locked", signIns.minutesUntil(locked.until()));
        };
    }

    private ModelAndView choose(
            Account account, Typed typed, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> fault = accounts.choosePassword(account, typed.chosen());
        if (fault.isPresent()) return refuse(typed, "chosen", fault.get());
        signIns.speaks(account, LocaleContextHolder.getLocale());
        sessions.begin(request, response, accounts.require(account.id()));
        return SignInPages.redirect(DeskPath.DESK);
    }

    private static ModelAndView refuse(Typed typed, String field, String key, Object... args) {
        return form(typed, FormErrors.none().add(field, key, args), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView form(Typed typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("identity/password", status)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
