package io.huiyin.server.demo;

import io.huiyin.server.assessment.CycleOpening;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.Publishing;
import io.huiyin.server.calendar.Quarter;
import java.util.List;

/** The cycle of the four quarters, published on the demo's day. */
@DemoOnly
class LoadCycle {

    private final Cycles cycles;

    LoadCycle(Cycles cycles) {
        this.cycles = cycles;
    }

    void load(County county) {
        List<Quarter> quarters = county.times().quarters();
        CycleOpening opening = cycles.openUnsigned(quarters.getFirst(), quarters.getLast());
        if (!(opening instanceof CycleOpening.Opened opened))
            throw new IllegalStateException("the demo's cycle could not be opened: " + opening);
        Publishing publishing = cycles.publishUnsigned(opened.code());
        if (!(publishing instanceof Publishing.Published))
            throw new IllegalStateException("the demo's cycle could not be published: " + publishing);
    }
}
