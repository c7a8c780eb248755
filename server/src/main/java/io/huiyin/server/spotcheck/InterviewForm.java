package io.huiyin.server.spotcheck;

import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.FormErrors;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The interview's form as typed; fields of the n-th matter end in {@code -n}. */
record InterviewForm(Map<String, String> typed) {

    static final String OVERALL = "overall";

    InterviewForm {
        typed = Map.copyOf(typed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    boolean is(String field, String value) {
        return value(field).equals(value);
    }

    boolean correction() {
        return is("correct", "true");
    }

    /** Made with the first showing of the form, and kept when it comes back with errors. */
    String submission() {
        String given = value("submission");
        return isUuid(given) ? given : UUID.randomUUID().toString();
    }

    @Nullable
    AttemptOutcome outcome() {
        for (AttemptOutcome outcome : AttemptOutcome.values()) if (is("outcome", outcome.word())) return outcome;
        return null;
    }

    FormErrors errors(List<CalledMatter> matters, Instant now) {
        FormErrors errors = FormErrors.none();
        AttemptOutcome outcome = outcome();
        if (outcome == null) return errors.add("outcome", "spotcheck.call.outcome.missing");
        if (outcome == AttemptOutcome.APPOINTMENT) {
            Instant again = again();
            if (again == null || !again.isAfter(now)) errors.add("again", "spotcheck.call.again.missing");
        }
        if (outcome == AttemptOutcome.ANSWERED && answers(matters).isEmpty())
            errors.add(OVERALL + "-0", "spotcheck.call.answer.missing");
        return errors;
    }

    Attempt attempt(UUID call, List<CalledMatter> matters, Instant now) {
        AttemptOutcome outcome = outcome();
        if (outcome == null) throw new IllegalStateException("no outcome");
        return new Attempt(
                UUID.fromString(submission()),
                call,
                now,
                outcome,
                outcome == AttemptOutcome.APPOINTMENT ? again() : null,
                outcome == AttemptOutcome.ANSWERED ? answers(matters) : List.of());
    }

    /** A matter without an answer as a whole was not asked about. */
    private List<Answer> answers(List<CalledMatter> matters) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            Integer overall = level(OVERALL + "-" + i);
            if (overall != null) answers.add(answer(matters.get(i).number(), overall, i));
        }
        return answers;
    }

    private Answer answer(String number, int overall, int i) {
        Map<Content, Integer> contents = new EnumMap<>(Content.class);
        for (Content content : Content.values()) {
            Integer level = level(content.word() + "-" + i);
            if (level != null) contents.put(content, level);
        }
        Told rated = told("rated-" + i);
        Integer ratedLevel = rated == Told.YES ? level("rated_level-" + i) : null;
        return new Answer(number, overall, contents, rated, ratedLevel, told("pressed-" + i));
    }

    private @Nullable Integer level(String field) {
        String text = value(field);
        return text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }

    private Told told(String field) {
        for (Told told : Told.values()) if (is(field, told.word())) return told;
        return Told.UNKNOWN;
    }

    private @Nullable Instant again() {
        try {
            return LocalDateTime.parse(value("again")).atZone(SqlTime.CHINA).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    }
}
