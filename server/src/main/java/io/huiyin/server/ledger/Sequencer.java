package io.huiyin.server.ledger;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every entry its position within a second of its commit. Writers never wait for each other: they only leave a row, and
 * whichever server holds the lock numbers what is there.
 */
@Component
class Sequencer {

    private static final int BATCH = 10_000;

    private final LedgerStore store;
    private final TransactionTemplate transaction;
    private final boolean on;

    Sequencer(LedgerStore store, TransactionTemplate transaction, @Value("${huiyin.sweep}") boolean on) {
        this.store = store;
        this.transaction = transaction;
        this.on = on;
    }

    @Scheduled(fixedDelay = 500)
    void run() {
        if (on) placeAll();
    }

    void placeAll() {
        int placed;
        do {
            Integer some = transaction.execute(status -> store.placeWaiting(BATCH));
            placed = some == null ? 0 : some;
        } while (placed == BATCH);
    }
}
