package io.huiyin.server.rating;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 评价待办: whoever works at a counter finds its poster. */
@Component
@Order(40)
class RatingWork implements DeskWork {

    @Override
    public List<Queue> queues(SignedIn by) {
        return switch (by.role()) {
            case INTAKE, HANDLER, UNIT_HEAD -> List.of(Queue.place("rating.work.poster", "/desk/poster"));
            default -> List.of();
        };
    }
}
