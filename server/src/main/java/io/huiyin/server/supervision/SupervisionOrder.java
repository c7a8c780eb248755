package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 督办单: what the supervision office demands of a unit, and by when.
 *
 * @param petition null: about the unit's work as a whole
 * @param overdueOn when it was found that nobody had replied by its day; null: replied to in time, or not due yet
 * @param publishedOn null: not published
 */
record SupervisionOrder(
        UUID id,
        int year,
        int no,
        @Nullable UUID petition,
        @Nullable String title,
        String unit,
        String unitName,
        String triggerZh,
        String triggerEn,
        String kindZh,
        String kindEn,
        String demand,
        LocalDate issuedOn,
        LocalDate dueOn,
        String state,
        String reply,
        @Nullable LocalDate repliedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate overdueOn,
        @Nullable LocalDate publishedOn,
        long version) {

    String number() {
        return String.format(Locale.ROOT, "%d-%03d", year, no);
    }

    String trigger(boolean chinese) {
        return chinese ? triggerZh : triggerEn;
    }

    String kind(boolean chinese) {
        return chinese ? kindZh : kindEn;
    }

    String stateKey() {
        return "supervision.order." + state.toLowerCase(Locale.ROOT);
    }

    /** Whether the unit has to reply. */
    boolean waitsForUnit() {
        return state.equals("ISSUED") || state.equals("SENT_BACK");
    }

    /** Whether the supervision office has to judge a reply. */
    boolean waitsForOffice() {
        return state.equals("REPLIED");
    }

    /** Not obeyed: its day is over without a reply, or a reply was sent back. */
    boolean mayBePublished() {
        return publishedOn == null && waitsForUnit() && (overdueOn != null || state.equals("SENT_BACK"));
    }

    /** The chip's shape. */
    String chip(LocalDate today) {
        if (!waitsForUnit()) return state.equals("ACCEPTED") ? "done" : "fine";
        return dueOn.isBefore(today) ? "late" : "soon";
    }
}
