package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far a cycle has come and what is missing for the next step. */
@Component
class CycleSteps {

    private final InputStore inputs;

    CycleSteps(InputStore inputs) {
        this.inputs = inputs;
    }

    /**
     * One cycle as a row of steps.
     *
     * @param frozen its quarters that are frozen
     * @param drawn its quarters that are drawn
     * @param sampled matters drawn
     * @param interviewed those of them with an answer
     */
    record Standing(Cycle cycle, int frozen, int drawn, int sampled, int interviewed) {
        int quarters() {
            return cycle.quarters().size();
        }
    }

    List<Standing> of(List<Cycle> cycles) {
        return cycles.stream().map(this::standing).toList();
    }

    private Standing standing(Cycle cycle) {
        List<Quarter> quarters = cycle.quarters();
        DrawnQuarters drawn = inputs.drawn(quarters);
        InputStore.Asked asked = inputs.asked(drawn);
        return new Standing(cycle, inputs.frozen(quarters), drawn.all().size(), asked.sampled(), asked.interviewed());
    }
}
