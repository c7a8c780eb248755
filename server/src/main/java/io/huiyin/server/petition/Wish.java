package io.huiyin.server.petition;

import java.util.Objects;

/**
 * A move somebody asks for, with what was typed; empty where nothing was.
 *
 * @param seen version of the petition that the form was made from
 * @param other number of the petition that it is merged into
 * @param ground code of the ground on which the clock is to stand still
 * @param handler user name of the account that takes it
 */
record Wish(
        String move,
        long seen,
        String reason,
        String unit,
        String handler,
        String other,
        String approver,
        String ground) {

    static Wish of(String move, long seen, String reason) {
        return new Wish(move, seen, reason, "", "", "", "", "");
    }

    static final int LONGEST_REASON = 2_000;

    Wish {
        reason = Objects.requireNonNull(reason).replace("\0", "").strip();
    }

    /** The same wish as another move, of a petition seen in another version. */
    Wish of(String otherMove, long otherSeen) {
        return new Wish(otherMove, otherSeen, reason, unit, handler, other, approver, ground);
    }

    Wish unit(String code) {
        return new Wish(move, seen, reason, code, handler, other, approver, ground);
    }

    Wish handler(String username) {
        return new Wish(move, seen, reason, unit, username, other, approver, ground);
    }

    Wish other(String number) {
        return new Wish(move, seen, reason, unit, handler, number, approver, ground);
    }

    Wish approver(String username) {
        return new Wish(move, seen, reason, unit, handler, other, username, ground);
    }

    Wish ground(String code) {
        return new Wish(move, seen, reason, unit, handler, other, approver, code);
    }
}
