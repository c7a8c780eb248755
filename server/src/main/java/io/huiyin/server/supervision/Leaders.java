package io.huiyin.server.supervision;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 县领导: which office each leader's account stands for. The office is published, the name is not. */
@Component
@Transactional
class Leaders {

    static final int LONGEST_OFFICE = 100;

    private final LeaderStore store;
    private final Accounts accounts;

    Leaders(LeaderStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    record Leader(UUID account, String office) {}

    @Transactional(readOnly = true)
    List<Leader> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    Optional<String> office(UUID account) {
        return store.office(account);
    }

    Doing name(String username, String office) {
        Optional<SignedIn> account = accounts.find(username).filter(one -> one.role() == Role.LEADER);
        if (account.isEmpty()) return Doing.refused("username", "leader");
        if (office.isEmpty() || office.length() > LONGEST_OFFICE)
            return Doing.refused("office", "office", LONGEST_OFFICE);
        store.save(new Leader(account.get().account(), office));
        return new Doing.Done(account.get().account());
    }
}
