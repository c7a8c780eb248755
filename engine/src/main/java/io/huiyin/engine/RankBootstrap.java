package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Rank sets by parametric draws with a step-down (Mogstad, Romano, Shaikh and Wilhelm 2024, Review of Economic Studies
 * 91; METHODS 2.7): a little tighter than {@link RankSets#holm}.
 *
 * <p>I = the ordered pairs in question; c = the {@code level} quantile (R type 7) over the draws of max over I of (Z_i -
 * Z_j)/sigma_ij, Z_i normal with the unit's error; pairs with (x_i - x_j)/sigma_ij above c are told apart and leave I;
 * again, until none does. Every draw has a random stream of its own, made from seed and draw, so threads change nothing.
 */
public final class RankBootstrap {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final double[] scores;
    private final double[][] sigma;
    private final double[][] draws;
    private final double level;
    private final int threads;

    /**
     * Prepares the draws.
     *
     * @param scores in points
     * @param errors standard errors, at least 0
     * @param level confidence level, between 0 and 1
     * @param number of draws, at least 1
     */
    public RankBootstrap(double[] scores, double[] errors, double level, int number, long seed, int threads) {
        this(Ranking.Contest.certain(scores, errors), level, number, seed, threads);
    }

    RankBootstrap(Ranking.Contest contest, double level, int number, long seed, int threads) {
        this.scores = contest.scores().clone();
        this.level = level;
        this.threads = threads;
        int p = scores.length;
        sigma = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sigma[i][j] = Math.sqrt(contest.variance(i, j));
            }
        }
        draws = new double[number][];
        spread(number, r -> draws[r] = draw(contest, seed, r));
    }

    private static double[] draw(Ranking.Contest contest, long seed, int r) {
        UniformRandomProvider stream =
                RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed ^ GOLDEN * (2L * r + 1), GOLDEN * (r + 1L)});
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
        double[] z = new double[contest.errors().length];
        for (int i = 0; i < z.length; i++) {
            z[i] = contest.errors()[i] * normal.sample();
        }
        double[] shared = normal.samples(contest.loadings()[0].length).toArray();
        for (int i = 0; i < z.length; i++) {
            for (int a = 0; a < shared.length; a++) {
                z[i] += contest.loadings()[i][a] * shared[a];
            }
        }
        return z;
    }

    /** Sets that hold for all units at once. */
    public RankSets simultaneous() {
        boolean[][] all = new boolean[scores.length][scores.length];
        for (int i = 0; i < all.length; i++) {
            Arrays.fill(all[i], true);
            all[i][i] = false;
        }
        return RankSets.of(stepDown(all));
    }

    /** Sets that hold for each unit alone. */
    public RankSets marginal() {
        int p = scores.length;
        int[] low = new int[p];
        int[] high = new int[p];
        for (int i = 0; i < p; i++) {
            boolean[][] own = new boolean[p][p];
            for (int j = 0; j < p; j++) {
                own[i][j] = j != i;
                own[j][i] = j != i;
            }
            RankSets sets = RankSets.of(stepDown(own));
            low[i] = sets.low()[i];
            high[i] = sets.high()[i];
        }
        return new RankSets(low, high, 0);
    }

    private boolean[][] stepDown(boolean[][] question) {
        int p = scores.length;
        boolean[][] better = certain(question);
        boolean found = true;
        while (found) {
            int[] pairs = pairs(question);
            if (pairs.length == 0) {
                return better;
            }
            double critical = quantile(largest(pairs));
            found = false;
            for (int pair : pairs) {
                int i = pair / p;
                int j = pair % p;
                if ((scores[i] - scores[j]) / sigma[i][j] > critical) {
                    better[i][j] = true;
                    question[i][j] = false;
                    found = true;
                }
            }
        }
        return better;
    }

    /** Two scores without any error are told apart when they differ; such pairs need no draws and leave the question. */
    private boolean[][] certain(boolean[][] question) {
        int p = scores.length;
        boolean[][] better = new boolean[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                if (question[i][j] && sigma[i][j] == 0) {
                    better[i][j] = scores[i] > scores[j];
                    question[i][j] = false;
                }
            }
        }
        return better;
    }

    private static int[] pairs(boolean[][] question) {
        int p = question.length;
        return IntStream.range(0, p * p)
                .filter(pair -> question[pair / p][pair % p])
                .toArray();
    }

    private double[] largest(int[] pairs) {
        int p = scores.length;
        double[] largest = new double[draws.length];
        spread(draws.length, r -> {
            double[] z = draws[r];
            double most = Double.NEGATIVE_INFINITY;
            for (int pair : pairs) {
                int i = pair / p;
                int j = pair % p;
                most = Math.max(most, (z[i] - z[j]) / sigma[i][j]);
            }
            largest[r] = most;
        });
        return largest;
    }

    /** R's quantile of type 7. */
    private double quantile(double[] values) {
        Arrays.sort(values);
        double place = (values.length - 1) * level;
        int below = (int) place;
        double next = values[Math.min(below + 1, values.length - 1)];
        return values[below] + (place - below) * (next - values[below]);
    }

    private void spread(int number, IntConsumer work) {
        if (threads == 1) {
            IntStream.range(0, number).forEach(work);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int part = t;
                parts.add(pool.submit(() -> IntStream.iterate(part, r -> r < number, r -> r + threads)
                        .forEach(work)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a draw failed", e.getCause());
        }
    }
}
