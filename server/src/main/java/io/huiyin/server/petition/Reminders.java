package io.huiyin.server.petition;

import io.huiyin.server.calendar.LegalValues;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 提醒: finds the days that come near or are over and tells each once, also after the server was down. */
@Component
class Reminders {

    private static final int BATCH = 500;

    /** What is over for longer was told long ago, or comes from an import. */
    private static final int DAYS_BACK = 30;

    private final TellingStore store;
    private final LifeStore life;
    private final Tellings tellings;
    private final LegalValues values;
    private final TransactionTemplate transaction;

    Reminders(
            TellingStore store,
            LifeStore life,
            Tellings tellings,
            LegalValues values,
            TransactionTemplate transaction) {
        this.store = store;
        this.life = life;
        this.tellings = tellings;
        this.values = values;
        this.transaction = transaction;
    }

    void sweep(LocalDate today) {
        LocalDate back = today.minusDays(DAYS_BACK);
        LocalDate work = today.plusDays(values.value("petition.remind.work", today));
        LocalDate lapse = today.plusDays(values.value("petition.remind.lapse", today));
        repeat(() -> days("due-soon", store.remind("due-soon", false, today, work, BATCH)));
        repeat(() -> days("overdue", store.remind("overdue", false, back, today.minusDays(1), BATCH)));
        repeat(() -> days("lapse-near", store.remind("lapse-near", true, today, lapse, BATCH)));
        repeat(() -> {
            List<UUID> signatories = store.askAgain("ask-again", back, today, BATCH);
            for (UUID signatory : signatories) tellings.again(signatory, "ask-again", today);
            return signatories.size();
        });
    }

    private int days(String what, List<UUID> petitions) {
        for (UUID petition : petitions) tellings.day(life.find(petition).orElseThrow(), what);
        return petitions.size();
    }

    private interface Batch {
        int tell();
    }

    /** The mark and the messages of a batch are one transaction. */
    private void repeat(Batch batch) {
        int told;
        do {
            Integer some = transaction.execute(status -> batch.tell());
            told = some == null ? 0 : some;
        } while (told == BATCH);
    }
}
