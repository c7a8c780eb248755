package io.huiyin.server.organization;

import io.huiyin.server.csv.Taking;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 花名册: brings the organisation tree up to what the lines of a roster say. */
@Component
public class Rosters {

    private final UnitStore units;
    private final RosterStore rosters;

    Rosters(UnitStore units, RosterStore rosters) {
        this.units = units;
        this.rosters = rosters;
    }

    /** One answer a line, in the same order. A line that contradicts an earlier one, or what is known, is rejected. */
    @Transactional
    public List<Taking> record(List<RosterLine> lines) {
        KnownRoster known = KnownRoster.around(lines, units, rosters);
        List<Taking> takings = new ArrayList<>(lines.size());
        for (RosterLine line : lines) takings.add(known.take(line));
        known.save(units, rosters);
        return takings;
    }
}
