package io.huiyin.server.identity;

import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in and out. */
@Controller
class SignInPages {

    /** Ours: an office of thirty behind one address signs in within ten minutes. */
    static final Limit LIMIT = new Limit("sign-in", 60, Duration.ofMinutes(10));

    private final SignIns signIns;
    private final AccountSessions sessions;
    private final RateLimit rateLimit;

    SignInPages(SignIns signIns, AccountSessions sessions, RateLimit rateLimit) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.rateLimit = rateLimit;
    }

    /** What was typed; missing fields are empty. */
    record Typed(String username, String password, String to) {
        Typed(@Nullable String username, @Nullable String password, @Nullable String to) {
            this.username = username == null ? "" : username;
            this.password = password == null ? "" : password;
            this.to = DeskPath.orDesk(to == null ? "" : to);
        }
    }

    @GetMapping("/desk/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "") String to) {
        return form(new Typed("", "", to), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/sign-in")
    ModelAndView signIn(Typed typed, HttpServletRequest request, HttpServletResponse response) {
        Attempt attempt = rateLimit.attempt(request, LIMIT);
        if (!attempt.allowed()) return wait(typed, "identity.sign-in.busy", minutes(attempt.secondsToWait()));
        return switch (signIns.signIn(typed.username(), typed.password())) {
            case SignIn.Done done -> {
                signIns.speaks(done.account(), LocaleContextHolder.getLocale());
                sessions.begin(request, response, done.account());
                yield redirect(typed.to());
            }
            case SignIn.Temporary temporary ->
                redirect("/desk/password?username=" + temporary.account().username());
            case SignIn.Wrong wrong ->
                form(
                        typed,
                        FormErrors.none().add("username", "identity.sign-in.wrong"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Locked locked -> wait(typed, "identity.sign-in.locked", signIns.minutesUntil(locked.until()));
        };
    }

    @PostMapping("/desk/sign-out")
    ModelAndView signOut(SignedIn by, HttpServletRequest request, HttpServletResponse response) {
        signIns.signOut(by);
        sessions.end(request, response);
        return redirect("/desk/sign-in");
    }

    private static ModelAndView wait(Typed typed, String key, long minutes) {
        return form(typed, FormErrors.none().add("username", key, minutes), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static ModelAndView form(Typed typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("identity/sign-in", status)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }

    static long minutes(long seconds) {
        return (seconds + 59) / 60;
    }

    /** Braces in an address stay as they are. */
    static ModelAndView redirect(String path) {
        RedirectView view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
