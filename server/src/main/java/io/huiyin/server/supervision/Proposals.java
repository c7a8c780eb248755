package io.huiyin.server.supervision;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 提名: open petitions that belong on the list of hard cases by rules whose thresholds are values with source and first day. */
@Component
@Transactional(readOnly = true)
class Proposals {

    /** Those that a proposal names, and the one for what somebody saw without a rule. */
    static final Set<String> RULES = Set.of("repeats", "overdue", "signed", "not-solved", "age", "by-hand");

    private static final int MOST = 50;

    private final ProposalStore store;
    private final History history;
    private final LegalValues values;
    private final Clock clock;

    Proposals(ProposalStore store, History history, LegalValues values, Clock clock) {
        this.store = store;
        this.history = history;
        this.values = values;
        this.clock = clock;
    }

    /**
     * A petition that is proposed.
     *
     * @param rules those that it meets, in words separated by spaces
     */
    record Proposal(
            UUID petition,
            String number,
            @Nullable String title,
            @Nullable String unit,
            LocalDate receivedOn,
            String rules) {
        List<String> met() {
            return List.of(rules.split(" "));
        }
    }

    /** Those that meet most rules first, then the oldest. */
    List<Proposal> all() {
        LocalDate today = SqlTime.day(clock.instant());
        return store.all(new ProposalStore.Thresholds(
                value("repeats", today),
                value("overdue", today),
                value("signed", today),
                value("not.solved", today),
                value("age", today),
                values.value("petition.answer", today),
                today,
                MOST));
    }

    /**
     * Supervision does not put it on the list, and says why. It is proposed again when it meets another rule than now.
     *
     * @param petition one that is proposed now
     */
    @Transactional
    Doing dismiss(UUID petition, String typed, SignedIn by) {
        String reason = Typed.text(typed);
        if (reason.isEmpty()) return Doing.refused("reason", "reason");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        Optional<Proposal> found =
                all().stream().filter(one -> one.petition().equals(petition)).findFirst();
        if (found.isEmpty()) return Doing.refused("reason", "proposal");
        LocalDate today = SqlTime.day(clock.instant());
        if (store.dismiss(petition, found.get().rules(), reason, by.account(), today))
            history.write(History.Step.of(History.Subject.PETITION, petition, "dismissed", reason), by);
        return new Doing.Done(petition);
    }

    private int value(String rule, LocalDate today) {
        return values.value("supervision.propose." + rule, today);
    }
}
