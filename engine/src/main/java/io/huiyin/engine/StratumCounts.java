package io.huiyin.engine;

/** Counts of one stratum, or of several pooled into one: matters by rating class and answer, and how many were drawn. */
record StratumCounts(long[] cells, long drawn) {
    static final int CELLS = 36;

    static int cell(int ratingClass, int answer) {
        return 6 * ratingClass + answer;
    }

    long count(int ratingClass, int answer) {
        return cells[cell(ratingClass, answer)];
    }

    /** N: all matters. */
    long matters() {
        long sum = 0;
        for (long count : cells) {
            sum += count;
        }
        return sum;
    }

    /** Matters of one rating class. */
    long matters(int ratingClass) {
        long sum = 0;
        for (int answer = 0; answer <= 5; answer++) {
            sum += count(ratingClass, answer);
        }
        return sum;
    }

    /** r: matters interviewed. */
    long interviews() {
        long sum = 0;
        for (int ratingClass = 0; ratingClass <= 5; ratingClass++) {
            sum += interviews(ratingClass);
        }
        return sum;
    }

    /** Matters of one rating class that were interviewed. */
    long interviews(int ratingClass) {
        return matters(ratingClass) - count(ratingClass, 0);
    }

    /** N/r: how many matters each interview speaks for. */
    double weight() {
        return (double) matters() / interviews();
    }

    /** 1 - r/N: the finite population correction; exactly 0 for a complete count. */
    double correction() {
        return (double) (matters() - interviews()) / matters();
    }

    StratumCounts plus(StratumCounts other) {
        long[] sum = new long[CELLS];
        for (int i = 0; i < CELLS; i++) {
            sum[i] = Math.addExact(cells[i], other.cells[i]);
        }
        return new StratumCounts(sum, Math.addExact(drawn, other.drawn));
    }
}
