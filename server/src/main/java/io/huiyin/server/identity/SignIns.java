package io.huiyin.server.identity;

import io.huiyin.server.identity.AccountEvent.Kind;
import io.huiyin.server.identity.SignInTries.Tries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 登录: whether name and password belong together. After some wrong passwords a name is locked for a while, whether it has an
 * account or not; every answer about an account leaves an event.
 */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final AccountStore accounts;
    private final SignInTries tries;
    private final Passwords passwords;
    private final Keys keys;
    private final Clock clock;
    private final Rule rule;

    SignIns(AccountStore accounts, SignInTries tries, Passwords passwords, Keys keys, Clock clock, Rule rule) {
        this.accounts = accounts;
        this.tries = tries;
        this.passwords = passwords;
        this.keys = keys;
        this.clock = clock;
        this.rule = rule;
    }

    /** Wrong passwords before a name is locked, and for how long. */
    @Component
    record Rule(
            @Value("${huiyin.sign-in.failures}") int failures,
            @Value("${huiyin.sign-in.lock}") Duration lock,
            @Value("${huiyin.sweep}") boolean sweeps) {}

    // no transaction around all of it: the try counts whatever happens next, and bcrypt would hold a connection
    SignIn signIn(String typedName, String password) {
        String username = typedName.strip().toLowerCase(Locale.ROOT);
        byte[] name = keys.hmac("sign-in name", username.getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        Tries tried = tries.count(name, rule.failures(), now, now.plus(rule.lock()));
        Optional<Account> account = accounts.find(username);
        if (tried.tries() > rule.failures()) return locked(account, tried.endsAt());
        boolean right = passwords.matches(password, account.map(Account::id).map(accounts::hash));
        if (!right || account.orElseThrow().disabled()) return wrong(account, tried);
        tries.forget(name);
        return account.get().temporary() ? new SignIn.Temporary(account.get()) : done(account.get());
    }

    /** 语言: messages go to somebody in the language in which they signed in last. */
    void speaks(Account account, Locale locale) {
        accounts.english(account.id(), locale.getLanguage().equals("en"));
    }

    long minutesUntil(Instant instant) {
        return SignInPages.minutes(Duration.between(clock.instant(), instant).toSeconds());
    }

    void signOut(SignedIn by) {
        accounts.record(by.account(), Kind.SIGNED_OUT, by.account(), clock.instant());
    }

    private SignIn done(Account account) {
        record(account, Kind.SIGNED_IN);
        return new SignIn.Done(account);
    }

    private SignIn wrong(Optional<Account> account, Tries tried) {
        boolean last = tried.tries() == rule.failures();
        account.ifPresent(known -> record(known, last ? Kind.LOCKED : Kind.REFUSED));
        return last ? new SignIn.Locked(tried.endsAt()) : new SignIn.Wrong();
    }

    private SignIn locked(Optional<Account> account, Instant until) {
        account.ifPresent(known -> LOG.info("sign-in while locked, account {}", known.id()));
        return new SignIn.Locked(until);
    }

    private void record(Account account, Kind kind) {
        accounts.record(account.id(), kind, null, clock.instant());
        LOG.info("{}, account {}", kind.word(), account.id());
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    void sweep() {
        if (rule.sweeps()) tries.sweep(clock.instant());
    }
}
