package io.huiyin.server.spotcheck;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 抽查待办: to an interviewer the calls that are due now; to the assessment office the quarters that wait for their next step. */
@Component
@Order(40)
class SpotCheckWork implements DeskWork {

    private final Calls calls;
    private final Frames frames;

    SpotCheckWork(Calls calls, Frames frames) {
        this.calls = calls;
        this.frames = frames;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        return switch (by.role()) {
            case INTERVIEWER -> List.of(new Queue("spotcheck.work.calls", "/desk/calls", calls.due(by), 0));
            case ASSESSMENT -> List.of(new Queue("spotcheck.work.frames", "/desk/frames", waiting(), 0));
            case AUDITOR -> List.of(Queue.place("spotcheck.work.watched", "/desk/frames"));
            default -> List.of();
        };
    }

    /** Over, but not frozen or not drawn. */
    private long waiting() {
        return frames.steps().stream()
                .filter(QuarterSteps::over)
                .filter(steps -> steps.frame() == null || steps.draw() == null)
                .count();
    }
}
