package io.huiyin.server.petition;

import io.huiyin.server.organization.Unit;
import java.util.List;
import java.util.Set;

/**
 * What somebody may do with several petitions of the list at once.
 *
 * @param moves the buttons: transfer and assign, to a unit; or hand, to a handler
 * @param from the states in which a petition can be chosen
 */
record Choosing(List<String> moves, Set<Procedure> from, List<Unit> units, List<String> handlers) {

    static final Choosing NOTHING = new Choosing(List.of(), Set.of(), List.of(), List.of());

    static Choosing dispatch(List<Unit> units) {
        return new Choosing(List.of("assign", "transfer"), Set.of(Procedure.RECEIVED), units, List.of());
    }

    static Choosing hand(List<String> handlers) {
        return new Choosing(List.of(Together.HAND), Set.of(Procedure.ACCEPTED, Procedure.IN_HAND), List.of(), handlers);
    }

    boolean of(PetitionDeskStore.Line line) {
        return from.contains(line.procedure());
    }

    boolean any(List<PetitionDesk.Timed> lines) {
        return lines.stream().anyMatch(one -> of(one.line()));
    }
}
