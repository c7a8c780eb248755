package io.huiyin.engine.survey;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One stage of a design (抽样阶段): units drawn within strata. Units are numbered so that those of one stratum stand
 * together.
 *
 * @param unitOfRow the unit of each row
 * @param stratumOfUnit the stratum of each unit; at later stages the unit of the stage before
 * @param drawn n: units drawn in each stratum
 * @param population N of each stratum, infinite without a population
 * @param carried product of the earlier stages' sampling fractions n/N, 1 at the first stage
 */
record Stage(int[] unitOfRow, int[] stratumOfUnit, int[] drawn, double[] population, double[] carried) {
    /** Sampling fractions this close to 1 count as complete (R: 1e-7). */
    private static final double COMPLETE = 1e-7;

    /** 1 - n/N; 1 without a population; 0 when practically all were drawn. */
    double correction(int stratum) {
        double open = Double.isInfinite(population[stratum])
                ? 1
                : (population[stratum] - drawn[stratum]) / population[stratum];
        return open < COMPLETE ? 0 : open;
    }

    /** n/N; 0 without a population. */
    double fraction(int stratum) {
        return Double.isInfinite(population[stratum]) ? 0 : drawn[stratum] / population[stratum];
    }

    int stratumOfRow(int row) {
        return stratumOfUnit[unitOfRow[row]];
    }

    int strata() {
        return drawn.length;
    }

    int units() {
        return stratumOfUnit.length;
    }

    /** One unit was drawn, of more than one. */
    boolean isLonely(int stratum) {
        return drawn[stratum] == 1 && correction(stratum) > 0;
    }

    /**
     * The stage with lonely strata pooled. Only strata of one family are pooled with each other.
     *
     * @param family of each stratum
     */
    Stage collapsed(int[] family) {
        int[] pool = IntStream.range(0, strata()).toArray();
        for (int f = 0; f < Codes.count(family); f++) {
            int wanted = f;
            Collapse.pool(this, IntStream.range(0, strata()).filter(s -> family[s] == wanted), pool);
        }
        return Arrays.equals(pool, IntStream.range(0, strata()).toArray()) ? this : merged(pool);
    }

    private Stage merged(int[] pool) {
        int[] rank = Codes.ranked(Arrays.stream(pool).asLongStream().toArray());
        int[] newDrawn = new int[Codes.count(rank)];
        double[] newPopulation = new double[newDrawn.length];
        double[] newCarried = new double[newDrawn.length];
        for (int s = 0; s < rank.length; s++) {
            newDrawn[rank[s]] += drawn[s];
            newPopulation[rank[s]] += population[s];
            newCarried[rank[s]] = carried[s];
        }
        long[] keys = new long[units()];
        for (int u = 0; u < keys.length; u++) {
            keys[u] = (long) rank[stratumOfUnit[u]] * keys.length + u;
        }
        int[] moved = Codes.ranked(keys);
        int[] newStratum = new int[keys.length];
        for (int u = 0; u < keys.length; u++) {
            newStratum[moved[u]] = rank[stratumOfUnit[u]];
        }
        int[] newUnit = Arrays.stream(unitOfRow).map(u -> moved[u]).toArray();
        return new Stage(newUnit, newStratum, newDrawn, newPopulation, newCarried);
    }
}
