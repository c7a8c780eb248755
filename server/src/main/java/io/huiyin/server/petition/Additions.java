package io.huiyin.server.petition;

import io.huiyin.server.file.Attachment;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 补交: what came to a petition after it was handed in. Each file has its line in the history and its entry in the log, as what
 * was handed in has; whoever opens one leaves a trace that the petitioner sees.
 */
@Component
class Additions {

    private final AdditionStore store;
    private final LifeStore life;
    private final Tellings tellings;
    private final Ledger ledger;
    private final Clock clock;

    Additions(AdditionStore store, LifeStore life, Tellings tellings, Ledger ledger, Clock clock) {
        this.store = store;
        this.life = life;
        this.tellings = tellings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In the transaction that keeps the file; whoever works on the petition is told of what the petitioner adds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(UUID petition, Attachment file, Actor by) {
        Instant now = now();
        byte[] salt = ledger.commit(
                EntryKind.PETITION_FILE_ADDED,
                "petition-file",
                Map.of(
                        "petition", petition.toString(),
                        "file", file.id().toString(),
                        "sha256", file.sha256(),
                        "by", by.role(),
                        "at", now.toString()));
        store.insert(petition, file, by, now, salt);
        if (!by.equals(Actor.PETITIONER)) return;
        LifeRow row = life.find(petition).orElseThrow();
        tellings.moved(petition, "add-file", row.version(), row.unit(), row.handler());
    }

    /** The history with what was added between the moves, oldest first. */
    List<Move> among(UUID petition, List<Move> moves) {
        return Stream.concat(moves.stream(), store.of(petition).stream())
                .sorted(Comparator.comparing(Move::madeAt))
                .toList();
    }

    /** Somebody is about to open an attachment: no trace, no content. */
    @Transactional(propagation = Propagation.MANDATORY)
    void look(UUID petition, UUID file, Actor by) {
        store.look(petition, file, by, now());
    }

    /** 谁看过: looks at who the petitioner is and at what they handed in, newest first. */
    List<Opened.Look> among(List<Opened.Look> looks, UUID petition) {
        return Stream.concat(looks.stream(), store.looks(petition).stream())
                .sorted(Comparator.comparing(Opened.Look::at).reversed())
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
