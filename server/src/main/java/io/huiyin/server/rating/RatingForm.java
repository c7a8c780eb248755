package io.huiyin.server.rating;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rater's form sends, as it came; a name is a field's name in the form. */
record RatingForm(
        @Nullable String key,
        @Nullable String submission,
        @Nullable String overall,
        @Nullable String satisfied,
        @Nullable String happy,
        @Nullable String agree,
        @Nullable String done,
        @Nullable String attitude,
        @Nullable String quality,
        @Nullable String competence,
        @Nullable List<String> reasons,
        @Nullable String comment,
        @Nullable String contact) {

    /** Outside 1 to 5, so that it is refused as such. */
    private static final int NOT_A_LEVEL = 0;

    String typedKey() {
        return key == null ? "" : key;
    }

    Optional<UUID> id() {
        try {
            return Optional.ofNullable(submission).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Opinion levelOnly() {
        return Opinion.of(level(overall));
    }

    Opinion whole() {
        Map<Question, Integer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            String answer = answer(question);
            if (answer != null && !answer.isBlank()) answers.put(question, level(answer));
        }
        return new Opinion(
                level(overall),
                answers,
                reasons == null ? List.of() : reasons,
                comment == null ? "" : comment,
                contact != null);
    }

    private @Nullable String answer(Question question) {
        return switch (question) {
            case SATISFIED -> satisfied;
            case HAPPY -> happy;
            case AGREE -> agree;
            case DONE -> done;
            case ATTITUDE -> attitude;
            case QUALITY -> quality;
            case COMPETENCE -> competence;
        };
    }

    private static int level(@Nullable String text) {
        return text != null && text.matches("[1-5]") ? text.charAt(0) - '0' : NOT_A_LEVEL;
    }
}
