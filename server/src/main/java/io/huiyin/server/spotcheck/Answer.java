package io.huiyin.server.spotcheck;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 回访: what the recipient said about one matter.
 *
 * @param number the matter's number in the frame
 * @param overall 1 to 5
 * @param contents those that were answered, 1 to 5
 * @param ratedBefore whether the recipient says that they rated this matter themselves
 * @param ratedLevel what they say they gave
 * @param pressed whether anybody asked, paid or pressed them
 */
public record Answer(
        String number,
        int overall,
        Map<Content, Integer> contents,
        Told ratedBefore,
        @Nullable Integer ratedLevel,
        Told pressed) {

    public Answer {
        contents = Map.copyOf(contents);
        level(overall);
        contents.values().forEach(Answer::level);
        if (ratedLevel != null) level(ratedLevel);
    }

    private static void level(int value) {
        if (value < 1 || value > 5) throw new IllegalArgumentException("not a level from 1 to 5: " + value);
    }
}
