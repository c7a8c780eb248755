package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import java.util.List;
import java.util.UUID;

/** The quarters of a cycle that have been drawn; only they count, since in the others nobody was asked. */
record DrawnQuarters(List<DrawnQuarter> all) {

    /** One frame and its draw. */
    record DrawnQuarter(Quarter quarter, UUID frame, UUID draw) {}

    DrawnQuarters {
        all = List.copyOf(all);
    }

    List<Quarter> quarters() {
        return all.stream().map(DrawnQuarter::quarter).toList();
    }

    UUID[] frames() {
        return all.stream().map(DrawnQuarter::frame).toArray(UUID[]::new);
    }

    UUID[] draws() {
        return all.stream().map(DrawnQuarter::draw).toArray(UUID[]::new);
    }

    String quarterOf(UUID frame) {
        return all.stream()
                .filter(one -> one.frame().equals(frame))
                .findFirst()
                .orElseThrow()
                .quarter()
                .toString();
    }
}
