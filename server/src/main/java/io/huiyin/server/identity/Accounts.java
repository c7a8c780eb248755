package io.huiyin.server.identity;

import io.huiyin.server.identity.AccountEvent.Kind;
import io.huiyin.server.message.Address;
import io.huiyin.server.message.Channel;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.Paging;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账号: staff's accounts. Only administrators open and disable them, and every act leaves an event that auditors see: an
 * administrator cannot read what is sealed, and cannot open an account that can without being seen.
 */
@Component
@Transactional
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(AccountStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Opens an account with a password, shown once, that its owner must replace at the first sign-in. */
    Opening open(NewAccount wanted, SignedIn by) {
        requireAdministrator(by);
        return open(wanted, RandomWords.groups(4), true, by.account());
    }

    /** The demo county's accounts, all with one password; usernames that exist are passed over. The answer is how many. */
    public int load(List<NewAccount> accounts, String password) {
        List<UUID> ids = Stream.generate(Ids::next).limit(accounts.size()).toList();
        List<String> hashes = Collections.nCopies(accounts.size(), passwords.hash(password));
        return store.insert(accounts, ids, hashes, false, clock.instant());
    }

    /** The account in whose name something is asked, if it exists and is not disabled. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> find(String username) {
        return store.find(username).filter(account -> !account.disabled()).map(Account::signedIn);
    }

    /** User names of those who handle and answer for a unit, in their order. */
    @Transactional(readOnly = true)
    public List<String> ofUnit(String unit) {
        return store.ofUnit(unit);
    }

    /** Somebody of the staff who can be told something outside the desk, and in which language. */
    public record Reachable(UUID account, boolean english) {}

    /** Who of a handler and the heads of a unit can be told something outside the desk; either may be absent. */
    @Transactional(readOnly = true)
    public List<Reachable> reachable(@Nullable UUID handler, @Nullable String headsOf) {
        return store.reachable(handler, headsOf);
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return store.isEmpty();
    }

    /** Accounts in the order of their usernames. */
    @Transactional(readOnly = true)
    List<Account> page(Paging paging, SignedIn by) {
        requireAdministrator(by);
        return store.page(paging.offset(), paging.size());
    }

    @Transactional(readOnly = true)
    public long count() {
        return store.count();
    }

    /** What was done with accounts, newest first: for administrators and those who watch them. */
    @Transactional(readOnly = true)
    List<AccountEvent> events(Paging paging) {
        return store.events(paging.offset(), paging.size());
    }

    @Transactional(readOnly = true)
    long countEvents() {
        return store.countEvents();
    }

    Opening open(NewAccount wanted, String password, boolean temporary, @Nullable UUID by) {
        FormErrors faults = faults(wanted);
        passwords.fault(password).ifPresent(fault -> faults.add("password", fault));
        if (faults.any()) return new Opening.Refused(faults);
        UUID id = Ids.next();
        String hash = passwords.hash(password);
        if (store.insert(List.of(wanted), List.of(id), List.of(hash), temporary, clock.instant()) == 0)
            return new Opening.Refused(faults.add("username", "identity.username.taken"));
        store.record(id, Kind.OPENED, by, clock.instant());
        return new Opening.Opened(wanted.username(), password);
    }

    private static FormErrors faults(NewAccount wanted) {
        FormErrors faults = FormErrors.none();
        if (!wanted.username().matches("[a-z0-9][a-z0-9._-]{1,59}")) faults.add("username", "identity.username.form");
        if (wanted.name().isEmpty() || wanted.name().length() > 200) faults.add("name", "identity.name.missing");
        if (wanted.role().needsUnit() && wanted.unit() == null) faults.add("unit", "identity.unit.missing");
        if (wanted.role() == Role.OFFICIAL && wanted.official() == null)
            faults.add("official", "identity.official.missing");
        if (wanted.email() != null
                && Address.of(wanted.email())
                        .filter(one -> one.channel() == Channel.MAIL)
                        .isEmpty()) faults.add("email", "identity.email.form");
        return faults;
    }

    /** Ends every session at once. Nobody disables their own account: somebody must be left to open it again. */
    void disable(UUID account, SignedIn by) {
        requireAdministrator(by);
        if (by.account().equals(account)) throw new Denied("identity.disable.own");
        require(account);
        if (!store.disable(account, clock.instant())) return;
        store.record(account, Kind.DISABLED, by.account(), clock.instant());
        store.endSessions(account);
    }

    /** Gives a new password, shown once, that its owner must replace, and ends every session. */
    Opening.Opened resetPassword(UUID account, SignedIn by) {
        requireAdministrator(by);
        Account whose = require(account);
        String password = RandomWords.groups(4);
        setPassword(account, password, true);
        store.record(account, Kind.PASSWORD_SET, by.account(), clock.instant());
        return new Opening.Opened(whose.username(), password);
    }

    /** The owner's own choice, made with the present password. */
    Optional<String> choosePassword(Account account, String password) {
        Optional<String> fault = passwords.fault(password);
        if (fault.isEmpty()) {
            setPassword(account.id(), password, false);
            store.record(account.id(), Kind.PASSWORD_CHOSEN, account.id(), clock.instant());
        }
        return fault;
    }

    private void setPassword(UUID account, String password, boolean temporary) {
        store.setPassword(account, passwords.hash(password), temporary);
        store.endSessions(account);
    }

    Account require(UUID account) {
        return store.find(account).orElseThrow(() -> new NotFound(account));
    }

    private static void requireAdministrator(SignedIn by) {
        if (by.role() != Role.ADMINISTRATOR) throw new Denied("identity.only-administrator");
    }
}
