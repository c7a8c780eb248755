package io.huiyin.server.petition;

import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 常用段落: a unit's are written by its head, the county's by the supervision office; handlers put them into drafts. */
@Component
@Transactional
class Passages {

    private final PassageStore store;
    private final Replies replies;
    private final Clock clock;

    Passages(PassageStore store, Replies replies, Clock clock) {
        this.store = store;
        this.replies = replies;
        this.clock = clock;
    }

    /** What a unit's draft may be helped with. */
    @Transactional(readOnly = true)
    List<Passage> usable(@Nullable String unit) {
        return unit == null ? List.of() : store.usable(unit);
    }

    /** Absent when it is another unit's, or no longer in use. */
    @Transactional(readOnly = true)
    Optional<Passage> usable(UUID id, SignedIn by) {
        return store.find(id)
                .filter(one ->
                        !one.retired() && (one.unit() == null || one.unit().equals(by.unit())));
    }

    /** Those that somebody may change, the ones no longer in use last. */
    @Transactional(readOnly = true)
    List<Passage> own(SignedIn by) {
        return store.of(owner(by)).stream()
                .sorted(java.util.Comparator.comparing(Passage::retired))
                .toList();
    }

    /** @throws NotFound also for another unit's */
    @Transactional(readOnly = true)
    Passage find(UUID id, SignedIn by) {
        String owner = owner(by);
        return store.find(id)
                .filter(one -> java.util.Objects.equals(one.unit(), owner))
                .orElseThrow(() -> new NotFound("passage"));
    }

    /**
     * Writes a new one. The same form sent twice is one.
     *
     * @return what is wrong; empty: it is kept
     */
    FormErrors write(UUID submission, String part, String name, String words, SignedIn by) {
        Passage passage = new Passage(submission, owner(by), part, name, words, false, 1);
        FormErrors errors = faults(passage);
        if (errors.any() || store.find(submission).isPresent()) return errors;
        return store.insert(passage, by.account(), clock.instant()) == 0
                ? errors.add("name", "petition.passage.taken")
                : errors;
    }

    /**
     * Changes one. Answers that were issued stay as they are: its words were copied.
     *
     * @throws StaleRow when somebody else changed it since {@code seen}
     */
    FormErrors change(UUID id, long seen, String name, String words, SignedIn by) {
        Passage before = find(id, by);
        Passage passage = new Passage(id, before.unit(), before.part(), name, words, false, seen);
        FormErrors errors = faults(passage);
        if (!errors.any() && store.taken(passage)) errors.add("name", "petition.passage.taken");
        if (!errors.any() && store.change(passage, by.account(), clock.instant()) == 0) throw new StaleRow(id);
        return errors;
    }

    /** Takes one out of use; it stays in the list and comes back when it is changed. */
    void retire(UUID id, long seen, SignedIn by) {
        Passage before = find(id, by);
        if (before.retired()) return;
        Passage retired = new Passage(id, before.unit(), before.part(), before.name(), before.words(), true, seen);
        if (store.change(retired, by.account(), clock.instant()) == 0) throw new StaleRow(id);
    }

    private FormErrors faults(Passage passage) {
        FormErrors errors = FormErrors.none();
        if (!Passage.PARTS.contains(passage.part())) errors.add("part", "petition.passage.part.missing");
        if (passage.name().isBlank() || passage.name().length() > Passage.LONGEST_NAME)
            errors.add("name", "petition.passage.name.missing", Passage.LONGEST_NAME);
        if (passage.words().isBlank() || passage.words().length() > Passage.LONGEST)
            errors.add("words", "petition.passage.words.missing", Passage.LONGEST);
        if (replies.saysNothing(passage.words())) errors.add("words", "petition.passage.bare");
        if (passage.part().equals("facts") && !Passage.hasGap(passage.words()))
            errors.add("words", "petition.passage.facts");
        return errors;
    }

    private static @Nullable String owner(SignedIn by) {
        if (by.role() == Role.SUPERVISION) return null;
        if (by.role() != Role.UNIT_HEAD || by.unit() == null) throw new Denied("petition.denied");
        return by.unit();
    }
}
