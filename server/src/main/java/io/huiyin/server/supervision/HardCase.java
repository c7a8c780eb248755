package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 疑难案件: one entry of the list, with its owner.
 *
 * @param year and {@code no} make its public number
 * @param rule by which it was proposed
 * @param ending null while it is open; {@code SOLVED}: by the petitioner's own word; else the state in which the procedure ended
 * @param unit code of the unit that handles it
 * @param owner account of the leader who owns it; null while nobody does
 * @param planDue until when the leader means to solve it
 */
record HardCase(
        UUID id,
        UUID petition,
        int year,
        int no,
        String subjectZh,
        String subjectEn,
        String rule,
        String reason,
        LocalDate receivedOn,
        LocalDate listedOn,
        @Nullable String ending,
        @Nullable LocalDate endedOn,
        long version,
        @Nullable String title,
        @Nullable String body,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable UUID ownership,
        @Nullable UUID owner,
        @Nullable String office,
        @Nullable String plan,
        @Nullable LocalDate planDue,
        @Nullable LocalDate takenOn) {

    /** Its public number: {@code 2026-07}. */
    String number() {
        return String.format(Locale.ROOT, "%d-%02d", year, no);
    }

    String subject(boolean chinese) {
        return chinese ? subjectZh : subjectEn;
    }

    boolean open() {
        return ending == null;
    }

    boolean solved() {
        return "SOLVED".equals(ending);
    }

    String endingKey() {
        return "supervision.ending." + (ending == null ? "open" : ending.toLowerCase(Locale.ROOT));
    }

    boolean ownedBy(UUID account) {
        return account.equals(owner);
    }

    /** Calendar days that the petitioner has waited, or had waited when it ended. */
    long age(LocalDate today) {
        return ChronoUnit.DAYS.between(receivedOn, endedOn == null ? today : endedOn);
    }
}
