package io.huiyin.server.assessment;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 考核待办: cycles that are not published yet. */
@Component
@Order(50)
class CycleWork implements DeskWork {

    private final Cycles cycles;

    CycleWork(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        return switch (by.role()) {
            case ASSESSMENT -> List.of(new Queue("assessment.work", "/desk/cycles", unpublished(), 0));
            case AUDITOR -> List.of(Queue.place("assessment.work.watched", "/desk/cycles"));
            default -> List.of();
        };
    }

    private long unpublished() {
        return cycles.all().stream()
                .filter(cycle -> cycle.publishedAt() == null)
                .count();
    }
}
