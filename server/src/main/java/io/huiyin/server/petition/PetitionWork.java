package io.huiyin.server.petition;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionDeskStore.Counts;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 信访待办: to a unit what it has not answered; to the supervision office what took longer than the law allows. */
@Component
@Order(20)
class PetitionWork implements DeskWork {

    private final PetitionDeskStore store;
    private final LegalValues values;
    private final Clock clock;

    PetitionWork(PetitionDeskStore store, LegalValues values, Clock clock) {
        this.store = store;
        this.values = values;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        return switch (by.role()) {
            case HANDLER, UNIT_HEAD -> by.unit() == null ? List.of() : unanswered(counts(by.unit()));
            case INTAKE ->
                List.of(new Queue(
                        "petition.work", "/desk/petitions", counts(null).total(), 0));
            case SUPERVISION -> watched(counts(null));
            default -> List.of();
        };
    }

    private Counts counts(@Nullable String unit) {
        LocalDate today = SqlTime.day(clock.instant());
        return store.counts(unit, values.value("petition.answer", today), today);
    }

    /** The bare 'received' is no answer. */
    private static List<Queue> unanswered(Counts counts) {
        return List.of(
                new Queue("petition.work.unanswered", "/desk/petitions?state=unanswered", counts.unanswered(), 0),
                new Queue(
                        "petition.work.acknowledged", "/desk/petitions?state=acknowledged", counts.acknowledged(), 0));
    }

    private static List<Queue> watched(Counts counts) {
        return List.of(
                new Queue("petition.work.overdue", "/desk/petitions?state=overdue", counts.overdue(), counts.overdue()),
                new Queue("petition.work.late", "/desk/petitions?state=late", counts.late(), counts.late()),
                new Queue(
                        "petition.work.acknowledged", "/desk/petitions?state=acknowledged", counts.acknowledged(), 0));
    }
}
