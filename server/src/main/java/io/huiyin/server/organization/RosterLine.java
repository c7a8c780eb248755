package io.huiyin.server.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a roster: a unit and, as far as they are named, a section, a post, an official and the days of holding. Names that
 * are null are not said: what is known stays, and what is new is called by its code.
 */
public record RosterLine(
        Unit unit,
        @Nullable String section,
        @Nullable String sectionName,
        boolean sectionIsKey,
        @Nullable String post,
        @Nullable String postName,
        boolean postIsKey,
        @Nullable String official,
        @Nullable String officialName,
        @Nullable LocalDate heldFrom,
        @Nullable LocalDate heldTo) {}
