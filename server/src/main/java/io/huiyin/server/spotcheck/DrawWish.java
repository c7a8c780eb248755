package io.huiyin.server.spotcheck;

/**
 * How much is to be drawn.
 *
 * @param interviews answers wanted per unit; more matters are drawn, since not everybody answers
 * @param reserve further matters per stratum, in a fixed order behind the sample
 */
public record DrawWish(int interviews, int reserve) {

    static final int MOST_INTERVIEWS = 10_000;
    static final int MOST_RESERVE = 1_000;

    public DrawWish {
        if (interviews < 1 || interviews > MOST_INTERVIEWS)
            throw new IllegalArgumentException("interviews per unit: " + interviews);
        if (reserve < 0 || reserve > MOST_RESERVE) throw new IllegalArgumentException("reserve: " + reserve);
    }
}
