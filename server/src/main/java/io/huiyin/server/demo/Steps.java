package io.huiyin.server.demo;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.sql.Refusal;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of loading: each is done once, in one transaction with the row that says so, whatever is killed in between. */
@DemoOnly
class Steps {

    private static final String WHOLE = "whole";

    private final StepStore store;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    Steps(StepStore store, Accounts accounts, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The county that was begun here, or else the one that is wished for, which is begun with this. */
    Wish begin(Wish wish) {
        if (!store.isBegun()) requireNobodyElse();
        store.begin(wish, clock.instant());
        done.clear();
        done.addAll(store.done());
        return store.begun(wish);
    }

    private void requireNobodyElse() {
        if (!accounts.none() || store.holdsUnitsOrMatters())
            throw new Refusal("This database holds accounts, units or matters that are not the demo county's:"
                    + " start the demo on an empty one (another --data, and without HUIYIN_DB_URL).");
    }

    boolean whole() {
        return done.contains(WHOLE);
    }

    void once(String step, Runnable work) {
        if (done.contains(step)) return;
        transaction.executeWithoutResult(status -> {
            work.run();
            store.insert(step, clock.instant());
        });
        done.add(step);
    }

    void end() {
        once(WHOLE, () -> {});
    }
}
