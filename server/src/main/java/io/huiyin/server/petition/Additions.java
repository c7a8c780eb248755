package io.huiyin.server.petition;

import io.huiyin.server.file.Attachment;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.FormErrors;
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
 * 补充: what came to a petition after it was handed in, words or files. Each has its line in the history and its entry in the log, as
 * what was handed in has, and moves no clock; whoever opens a file leaves a trace that the petitioner sees.
 */
@Component
class Additions {

    static final int LONGEST = 2_000;

    /** Of everybody who signed. */
    static final int MOST = 10;

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

    /**
     * Words of the petitioner. The same form sent twice is one addition.
     *
     * @param words not blank
     * @return what is wrong, at the field {@code added}; empty: they are kept
     */
    @Transactional
    FormErrors add(Signatory own, UUID submission, String words) {
        FormErrors errors = FormErrors.none();
        LifeRow row = life.lock(own.petition()).orElseThrow();
        if (row.procedure().over()) return errors.add("added", "petition.add.over");
        if (words.length() > LONGEST) return errors.add("added", "petition.form.long", LONGEST);
        if (store.isKept(submission)) return errors;
        if (store.count(own.id()) >= MOST) return errors.add("added", "petition.add.many", MOST);
        Instant now = now();
        byte[] salt = ledger.commit(
                EntryKind.PETITION_WORDS_ADDED,
                "petition-words",
                Map.of("petition", own.petition().toString(), "words", words, "at", now.toString()));
        store.insert(submission, own, words, now, salt);
        tell(row, "add-words", now);
        return errors;
    }

    /** Once a day, however much is added. */
    private void tell(LifeRow row, String what, Instant now) {
        tellings.added(row.id(), what, SqlTime.day(now), row.unit(), row.handler());
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
        tell(life.find(petition).orElseThrow(), "add-file", now);
    }

    /** The history with what was added between the moves, oldest first. */
    List<Move> among(UUID petition, List<Move> moves) {
        return Stream.concat(moves.stream(), store.of(petition).stream())
                .sorted(Comparator.comparing(Move::madeAt))
                .toList();
    }

    /** What the petitioner wrote later, oldest first. */
    List<Move> words(UUID petition) {
        return store.of(petition).stream()
                .filter(one -> one.move().equals("add-words"))
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
