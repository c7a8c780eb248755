package io.huiyin.server.rating;

import java.time.LocalDate;

/** What became of opening an invitation with a typed code or a link's secret. */
sealed interface Opening {

    record Opened(Invitation invitation) implements Opening {}

    /** Why not; each has its sentence on the page. */
    sealed interface Refused extends Opening {}

    /** Nothing was typed. */
    record Empty() implements Refused {}

    /** Not 16 digits. */
    record WrongLength(int digits) implements Refused {}

    /** 16 digits, one of them wrong or two swapped: the check digits say so. */
    record Mistyped() implements Refused {}

    /** Well formed, but no invitation has it. */
    record Unknown() implements Refused {}

    record NotYet(LocalDate from) implements Refused {}

    record Expired(LocalDate until) implements Refused {}
}
