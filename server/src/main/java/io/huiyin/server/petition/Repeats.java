package io.huiyin.server.petition;

import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.RepeatStore.Earlier;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重复信访: one person, one letter and one matter are three records. Repeats of a matter stand beside each other and are counted; what else
 * somebody wrote is seen by the intake office only, with a purpose, and leaves a trace (DESIGN section 6, rule 10).
 */
@Component
@Transactional
class Repeats {

    private final RepeatStore store;
    private final LifeStore life;
    private final IdentityReads identities;

    Repeats(RepeatStore store, LifeStore life, IdentityReads identities) {
        this.store = store;
        this.life = life;
        this.identities = identities;
    }

    /** All petitions about the same matter, this one included, the oldest first; just this one when nobody wrote before. */
    @Transactional(readOnly = true)
    List<Earlier> of(UUID petition) {
        return store.of(petition);
    }

    /**
     * The intake office says that a petition is about the same matter as an earlier one.
     *
     * @return what is wrong; empty when it is stored
     */
    Optional<String> mark(UUID petition, long seen, String number) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (row.version() != seen) throw new StaleRow(petition);
        Optional<LifeRow> earlier = life.byNumber(number.replaceAll("[\\s-]", ""));
        if (earlier.isEmpty() || earlier.get().id().equals(petition)) return Optional.of("petition.refused.other");
        if (!earlier.get().receivedAt().isBefore(row.receivedAt())) return Optional.of("petition.refused.not-earlier");
        store.mark(petition, earlier.get().id());
        return Optional.empty();
    }

    /** What else the same person wrote; empty when nobody gave a name. */
    List<Earlier> others(UUID petition, SignedIn by) {
        LifeRow row = life.find(petition).orElseThrow(() -> new NotFound("petition"));
        if (row.petitioner() == null) return List.of();
        identities.open(by, row.petitioner(), Purpose.INTAKE, "petition:" + petition);
        return store.others(petition);
    }
}
