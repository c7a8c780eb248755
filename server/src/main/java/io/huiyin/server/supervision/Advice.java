package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 改进工作、完善政策、追究责任建议: what the petition office tells a unit to improve.
 *
 * @param pattern what the cases have in common
 * @param adopted null until the unit answered
 * @param followOn when somebody looks what came of it
 * @param found DONE, PARTLY or NOT_DONE; null before somebody looked
 */
record Advice(
        UUID id,
        int year,
        int no,
        String unit,
        String unitName,
        String kind,
        String pattern,
        String words,
        LocalDate writtenOn,
        LocalDate dueOn,
        String state,
        @Nullable Boolean adopted,
        String answer,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate followOn,
        @Nullable String found,
        String finding,
        @Nullable LocalDate foundOn,
        long version) {

    static final List<String> KINDS = List.of("IMPROVE_WORK", "IMPROVE_POLICY", "PURSUE_RESPONSIBILITY");
    static final List<String> FOUND = List.of("DONE", "PARTLY", "NOT_DONE");

    String number() {
        return String.format(Locale.ROOT, "%d-%03d", year, no);
    }

    static String kindKey(String kind) {
        return "supervision.advice.kind." + kind.toLowerCase(Locale.ROOT);
    }

    String kindKey() {
        return kindKey(kind);
    }

    static String foundKey(String found) {
        return "supervision.advice.found." + found.toLowerCase(Locale.ROOT);
    }

    String stateKey() {
        return found == null ? "supervision.advice." + state.toLowerCase(Locale.ROOT) : foundKey(found);
    }

    boolean waitsForUnit() {
        return state.equals("WRITTEN");
    }

    /** Answered, and nobody has looked yet. */
    boolean waitsForLook() {
        return state.equals("ADOPTED") || state.equals("DECLINED");
    }

    String chip(LocalDate today) {
        if (waitsForUnit()) return dueOn.isBefore(today) ? "late" : "soon";
        return waitsForLook() ? "fine" : "DONE".equals(found) ? "done" : "off";
    }
}
