package io.huiyin.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which places in the order each unit may truly have (名次区间; METHODS 2.7), 1 for the highest score.
 *
 * <p>L = 1 + number of units significantly better, U = p - number significantly worse. With probability at least
 * {@code level} all sets hold at once.
 *
 * @param low L of each unit
 * @param high U of each unit
 * @param toldApart pairs whose order is certain
 */
public record RankSets(int[] low, int[] high, int toldApart) {
    /**
     * From Holm's test of all pairs of independent scores, by the normal distribution, as the references have it.
     *
     * @param scores in points, finite
     * @param errors standard errors, at least 0; two scores without error are told apart when they differ
     * @param level confidence level, between 0 and 1
     */
    public static RankSets holm(double[] scores, double[] errors, double level) {
        return holm(Ranking.Contest.certain(scores, errors), level);
    }

    /**
     * The same by Student's distribution, for errors that are uncertain themselves. A difference has the degrees of
     * freedom of Welch (1947): (V_i + V_j)^2 / (V_i^2/df_i + V_j^2/df_j).
     *
     * @param freedoms degrees of freedom of each error, above 0 where the error is; infinite for a certain one
     */
    public static RankSets holm(double[] scores, double[] errors, double[] freedoms, double level) {
        return holm(new Ranking.Contest(scores, errors, freedoms, new double[scores.length][0]), level);
    }

    static RankSets holm(Ranking.Contest contest, double level) {
        double[] scores = contest.scores();
        int p = scores.length;
        int pairs = p * (p - 1) / 2;
        int[] first = new int[pairs];
        int[] second = new int[pairs];
        double[] miss = new double[pairs];
        int pair = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                first[pair] = i;
                second[pair] = j;
                miss[pair++] = miss(contest, i, j, 1 - level);
            }
        }
        Integer[] order = IntStream.range(0, pairs).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> miss[i]));
        boolean[][] better = new boolean[p][p];
        int step = 0;
        while (step < pairs && miss[order[step]] * (pairs - step) <= 1 - level) {
            int i = first[order[step]];
            int j = second[order[step++]];
            better[i][j] = scores[i] > scores[j];
            better[j][i] = !better[i][j];
        }
        return of(better);
    }

    /** Student's tail is never below the normal one, which is quicker and settles nearly all pairs. */
    private static double miss(Ranking.Contest contest, int i, int j, double limit) {
        double distance = Math.abs(contest.scores()[i] - contest.scores()[j]);
        double z = distance == 0 ? 0 : distance / Math.sqrt(contest.variance(i, j));
        double normal = Surprise.of(z, Double.POSITIVE_INFINITY);
        return normal > limit ? normal : Surprise.of(z, contest.df(i, j));
    }

    /** From a table of who is certainly better than whom. */
    static RankSets of(boolean[][] better) {
        int p = better.length;
        int[] low = new int[p];
        int[] high = new int[p];
        int pairs = 0;
        Arrays.fill(low, 1);
        Arrays.fill(high, p);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                if (better[i][j]) {
                    low[j]++;
                    high[i]--;
                    pairs++;
                }
            }
        }
        return new RankSets(low, high, pairs);
    }
}
