package io.huiyin.server.petition;

import java.util.Set;

/**
 * One line of the table of states and moves.
 *
 * @param who roles, or PETITIONER (who knows the query code), or CLOCK (the sweeper)
 * @param needs what must be there or be given with the move
 * @param clock the legal value whose clock the move starts; {@code stop}: none runs on; empty: the clock goes on
 * @param told who is told by which text outside the pages, {@code PETITIONER:news UNIT:work}; empty: nobody
 */
record Transition(
        String axis,
        String move,
        String fromState,
        String toState,
        Set<String> who,
        Set<String> needs,
        String clock,
        String told) {

    boolean needs(String what) {
        return needs.contains(what);
    }

    Procedure from() {
        return Procedure.valueOf(fromState);
    }

    Procedure to() {
        return Procedure.valueOf(toState);
    }

    String key() {
        return "petition.move." + move;
    }
}
