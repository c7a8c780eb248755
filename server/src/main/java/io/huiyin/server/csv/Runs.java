package io.huiyin.server.csv;

import java.util.List;
import org.springframework.stereotype.Component;

/** The imports that were run, for those who run them. */
@Component
public class Runs {

    private final RunStore store;

    Runs(RunStore store) {
        this.store = store;
    }

    /** Newest first. */
    public List<Run> recent(int most) {
        return store.recent(most);
    }
}
