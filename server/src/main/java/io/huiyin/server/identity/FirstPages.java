package io.huiyin.server.identity;

import io.huiyin.server.identity.FirstAdministrator.Setting;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Setting the first administrator; once there is any account, there is no such page. */
@Controller
class FirstPages {

    private static final Limit LIMIT = new Limit("first", 20, Duration.ofMinutes(10));

    private final FirstAdministrator first;
    private final RateLimit rateLimit;

    FirstPages(FirstAdministrator first, RateLimit rateLimit) {
        this.first = first;
        this.rateLimit = rateLimit;
    }

    /** What was typed; missing fields are empty. */
    record Typed(String secret, String username, String name, String password, String again) {
        Typed(
                @Nullable String secret,
                @Nullable String username,
                @Nullable String name,
                @Nullable String password,
                @Nullable String again) {
            this.secret = secret == null ? "" : secret;
            this.username = username == null ? "" : username;
            this.name = name == null ? "" : name;
            this.password = password == null ? "" : password;
            this.again = again == null ? "" : again;
        }
    }

    @GetMapping("/desk/first")
    ModelAndView form() {
        requireWanted();
        return form(new Typed("", "", "", "", ""), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/first")
    ModelAndView set(Typed typed, HttpServletRequest request) {
        requireWanted();
        var attempt = rateLimit.attempt(request, LIMIT);
        if (!attempt.allowed())
            return refuse(
                    typed,
                    FormErrors.none()
                            .add("secret", "identity.sign-in.busy", SignInPages.minutes(attempt.secondsToWait())));
        if (!typed.password().equals(typed.again()))
            return refuse(typed, FormErrors.none().add("again", "identity.password.differs"));
        var administrator = new NewAccount(typed.username(), typed.name(), Role.ADMINISTRATOR, null, null);
        return switch (first.set(typed.secret(), administrator, typed.password())) {
            case Setting.WrongSecret wrong -> refuse(typed, FormErrors.none().add("secret", "identity.first.wrong"));
            case Setting.Refused refused -> refuse(typed, refused.faults());
            case Setting.Done done -> SignInPages.redirect("/desk/sign-in");
        };
    }

    private void requireWanted() {
        if (!first.wanted()) throw new NotFound("/desk/first");
    }

    private static ModelAndView refuse(Typed typed, FormErrors errors) {
        return form(typed, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView form(Typed typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("identity/first", status)
                .addObject("typed", typed)
                .addObject("errors", errors);
    }
}
