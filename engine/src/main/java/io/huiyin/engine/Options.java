package io.huiyin.engine;

/**
 * What one run of an assessment computes beside the published score; nothing here changes score or interval.
 *
 * @param withPosts does the chain run unit, section, post, person? As shipped without posts
 * @param compared which score flags, ranks and grades compare
 * @param draws parametric draws for the step-down rank sets; 0, as shipped, for none
 * @param seed of those draws; the same seed gives the same sets, whatever the number of threads
 * @param threads that may draw at the same time, at least 1
 * @param caseMixVariance do flags, ranks and grades of adjusted scores allow for the error of the adjustment? As shipped
 *     not
 */
public record Options(
        boolean withPosts, Compared compared, int draws, long seed, int threads, boolean caseMixVariance) {

    /** The score that is compared with other units. */
    public enum Compared {
        /** D adjusted for case mix, or D itself where the frame says of what kind units are: kinds already compare like with like. */
        BY_FRAME,
        /** D adjusted for case mix. */
        ADJUSTED,
        /** D. */
        PLAIN
    }

    /** Without the error of the case-mix adjustment. */
    public Options(boolean withPosts, Compared compared, int draws, long seed, int threads) {
        this(withPosts, compared, draws, seed, threads, false);
    }

    public Options {
        if (draws < 0 || threads < 1) {
            throw new IllegalArgumentException(draws + " draws on " + threads + " threads");
        }
    }

    /** The same, with the error of the case-mix adjustment or without. */
    public Options withCaseMixVariance(boolean allow) {
        return new Options(withPosts, compared, draws, seed, threads, allow);
    }

    /** As shipped. */
    public static Options asShipped() {
        return new Options(false, Compared.BY_FRAME, 0, 1, 1);
    }
}
