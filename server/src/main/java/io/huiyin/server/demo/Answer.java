package io.huiyin.server.demo;

import org.jspecify.annotations.Nullable;

/** What somebody says about one matter: the whole, the county's standard and the four contents, each 1 to 5. */
record Answer(
        int overall,
        @Nullable Integer satisfied,
        @Nullable Integer happy,
        @Nullable Integer agree,
        @Nullable Integer done,
        @Nullable Integer attitude,
        @Nullable Integer quality,
        @Nullable Integer competence) {

    static Answer only(int overall) {
        return new Answer(overall, null, null, null, null, null, null, null);
    }

    /** Everything is answered, each near the whole. */
    static Answer around(int overall, Dice dice) {
        return new Answer(
                overall,
                near(overall, dice),
                near(overall, dice),
                near(overall, dice),
                near(overall, dice),
                near(overall, dice),
                near(overall, dice),
                near(overall, dice));
    }

    private static int near(int overall, Dice dice) {
        return Math.clamp(overall + dice.weighted(18, 64, 18) - 1L, 1, 5);
    }
}
