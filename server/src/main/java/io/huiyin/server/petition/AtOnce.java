package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Draft.Saving;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一步到位: two steps that follow each other on most days, made with one button and in one transaction. Each is checked as if it came
 * alone; when the second is refused the first stands, and the page says what is missing.
 */
@Component
@Transactional
class AtOnce {

    private static final String ACCEPT = "accept";

    private final Answers answers;
    private final Drafts drafts;
    private final Life life;
    private final LifeStore store;

    AtOnce(Answers answers, Drafts drafts, Life life, LifeStore store) {
        this.answers = answers;
        this.drafts = drafts;
        this.life = life;
        this.store = store;
    }

    /**
     * Class and lawful ways, then on to the unit.
     *
     * @param wish the move after it, made from what was seen before; an empty move: none
     * @return what is wrong by field; empty: all of it is done
     */
    Map<String, String> classify(
            UUID petition, PetitionClass petitionClass, Map<Integer, String> ways, Wish wish, Actor by) {
        Map<String, String> faults = answers.classify(petition, wish.seen(), petitionClass, ways);
        if (!faults.isEmpty() || wish.move().isEmpty()) return faults;
        return switch (life.move(petition, wish.of(wish.move(), wish.seen() + 1), by)) {
            case Moving.Moved moved -> Map.of();
            case Moving.Refused refused -> Map.of(refused.field(), refused.key());
        };
    }

    /** A move; an acceptance that names a handler also gives it to them. */
    Moving move(UUID petition, Wish wish, Actor by) {
        Moving moving = life.move(petition, wish, by);
        return moving instanceof Moving.Moved
                        && wish.move().equals(ACCEPT)
                        && !wish.handler().isEmpty()
                ? life.move(petition, wish.of("take", wish.seen() + 1), by)
                : moving;
    }

    /**
     * What was written into a draft, then the answer made of it.
     *
     * @param seen version of the draft
     * @param issue version of the petition that the answer is issued for; absent: it stays a draft
     */
    Saving write(UUID petition, long seen, UnaryOperator<Claim> pen, Optional<Long> issue, SignedIn by) {
        Saving saving = drafts.save(petition, seen, pen, by);
        if (!(saving instanceof Saving.Saved) || issue.isEmpty()) return saving;
        // said here and not thrown by the move, which would take back what was just saved
        if (store.find(petition).orElseThrow().version() != issue.get())
            return new Saving.NotIssued("", "petition.draft.moved");
        return switch (life.move(petition, Wish.of("answer", issue.get(), ""), Actor.of(by))) {
            case Moving.Moved moved -> saving;
            case Moving.Refused refused -> new Saving.NotIssued(refused.field(), refused.key());
        };
    }
}
