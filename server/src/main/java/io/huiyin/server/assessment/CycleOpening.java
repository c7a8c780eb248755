package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;

/** What became of opening a cycle. */
public sealed interface CycleOpening {

    record Opened(String code) implements CycleOpening {}

    record AlreadyOpen(String code) implements CycleOpening {}

    /** Its last quarter has not ended. */
    record NotOver(Quarter last) implements CycleOpening {}

    /** It must hold one to four quarters, the first first. */
    record WrongLength(int quarters) implements CycleOpening {}
}
