package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One unit of a two-stage draw (两阶段抽取): m of M sections, then matters within them (METHODS 2.1, 2.2).
 *
 * <p>An interview of section i has weight M/m N_i/r_i, where m counts the sections in which somebody was interviewed.
 * V = (1 - m/M) m/(m-1) sum (Z_i - Zbar)^2 + m/M sum_i (1 - r_i/N_i) r_i/(r_i-1) [sum z^2 - (sum z)^2/r_i], Z_i the sum
 * of z in section i. A single section, or a single interview in a section, adds its squared z uncentred (R's
 * {@code adjust}); a stage that was complete adds nothing.
 *
 * @param pools the sections with an interview
 * @param places the place of each such section among them
 * @param sections M
 * @param classes matters of the unit by rating class, sections not drawn included
 * @param drawn matters drawn
 * @param response share of the drawn who answered, by the sections' matters
 */
record Stages(
        List<StratumCounts> pools,
        Map<Stratum, Integer> places,
        int sections,
        long[] classes,
        long drawn,
        double response)
        implements UnitSample {

    static Stages of(SortedMap<Stratum, StratumCounts> strata, Cells.Sections told) {
        List<StratumCounts> pools = new ArrayList<>();
        Map<Stratum, Integer> places = new HashMap<>();
        long[] classes = new long[6];
        long drawn = 0;
        long reach = 0;
        ExactSum answered = new ExactSum();
        for (Map.Entry<Stratum, StratumCounts> entry : strata.entrySet()) {
            StratumCounts section = entry.getValue();
            for (int c = 0; c <= 5; c++) {
                classes[c] += section.matters(c);
            }
            drawn += section.drawn();
            if (section.drawn() > 0) {
                reach += section.matters();
                answered.add((double) section.matters() * section.interviews() / section.drawn());
            }
            if (section.interviews() > 0) {
                places.put(entry.getKey(), pools.size());
                pools.add(section);
            }
        }
        if (pools.size() > told.drawn()) {
            throw new IllegalArgumentException(strata.firstKey().unit() + ": interviews in " + pools.size()
                    + " sections, but " + told.drawn() + " were drawn");
        }
        double response = reach == 0 ? 0 : Math.min(1, answered.value() / reach);
        return new Stages(pools, places, told.all(), classes, drawn, response);
    }

    private double rate() {
        return (double) pools.size() / sections;
    }

    /** 1 - m/M: exactly 0 when all sections were drawn. */
    private double correction() {
        return (double) (sections - pools.size()) / sections;
    }

    @Override
    public double weight(int pool) {
        return pools.get(pool).weight() * sections / pools.size();
    }

    @Override
    public double drawnWeight(int pool) {
        StratumCounts section = pools.get(pool);
        return (double) section.matters() / section.drawn() * sections / pools.size();
    }

    @Override
    public int poolOf(Stratum stratum) {
        return places.getOrDefault(stratum, -1);
    }

    @Override
    public long matters() {
        return java.util.stream.LongStream.of(classes).sum();
    }

    @Override
    public long matters(int ratingClass) {
        return classes[ratingClass];
    }

    @Override
    public long interviews() {
        return pools.stream().mapToLong(StratumCounts::interviews).sum();
    }

    @Override
    public int strata() {
        return pools.size();
    }

    @Override
    public int collapsed() {
        return 0;
    }

    @Override
    public long df() {
        return Math.max(0, pools.size() - 1);
    }

    private double weightOfAll() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < pools.size(); i++) {
            sum.add(weight(i) * pools.get(i).interviews());
        }
        return sum.value();
    }

    /** Weighted mean, and the variance of its linearisation; {@code lonelySpread} is not needed here. */
    @Override
    public StratifiedMean mean(CellValue value, double lonelySpread) {
        double weights = weightOfAll();
        ExactSum values = new ExactSum();
        for (int i = 0; i < pools.size(); i++) {
            values.add(weight(i) * Moments.sum(pools.get(i), value));
        }
        double mean = values.value() / weights;
        ExactSum variance = new ExactSum();
        addVariance(everybody(), (c, y) -> value.of(c, y) - mean, weights, variance);
        return new StratifiedMean(mean, variance.value());
    }

    @Override
    public void addVariance(long[][] domain, CellValue value, double total, ExactSum variance) {
        double[] sums = new double[pools.size()];
        for (int i = 0; i < sums.length; i++) {
            double w = weight(i) / total;
            CellValue z = (c, y) -> w * value.of(c, y);
            sums[i] = Moments.sum(domain[i], z);
            long r = pools.get(i).interviews();
            double squares = r > 1 ? Moments.squares(domain[i], r, z) * r / (r - 1) : sums[i] * sums[i];
            variance.add(rate() * pools.get(i).correction() * squares);
        }
        if (sums.length == 1) {
            variance.add(correction() * sums[0] * sums[0]);
        } else if (sums.length > 1) {
            variance.add(correction() * sums.length / (sums.length - 1) * squares(sums));
        }
    }

    @Override
    public void addCovariance(double[][] sums, double[][][] products, ExactSum[][] into) {
        int m = pools.size();
        for (int a = 0; a < into.length; a++) {
            for (int b = 0; b <= a; b++) {
                ExactSum first = new ExactSum();
                ExactSum second = new ExactSum();
                ExactSum both = new ExactSum();
                for (int i = 0; i < m; i++) {
                    long r = pools.get(i).interviews();
                    double product = sums[i][a] * sums[i][b];
                    double within = r > 1 ? (products[i][a][b] - product / r) * r / (r - 1) : product;
                    into[a][b].add(rate() * pools.get(i).correction() * within);
                    first.add(sums[i][a]);
                    second.add(sums[i][b]);
                    both.add(product);
                }
                double between = both.value() - (m > 1 ? first.value() * second.value() / m : 0);
                into[a][b].add(correction() * (m > 1 ? between * m / (m - 1) : between));
            }
        }
    }

    private static double squares(double[] values) {
        double mean = ExactSum.of(values) / values.length;
        ExactSum squares = new ExactSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return squares.value();
    }

    /**
     * Two parts. Sections: (1 - m/M)/m times the spread of b_i = m Z_i, in points. Matters within sections: sum m/M (1 -
     * r_i/N_i) r_i (w_i/sum w)^2 times the spread within sections.
     */
    @Override
    public List<Spread> spreads(CellValue value) {
        int m = pools.size();
        if (m == 0) {
            return List.of(new Spread(0, 0, 0), new Spread(0, 0, 0));
        }
        double weights = weightOfAll();
        double mean = mean(value, 0).mean();
        double[] b = new double[m];
        ExactSum factor = new ExactSum();
        ExactSum within = new ExactSum();
        long df = 0;
        for (int i = 0; i < m; i++) {
            StratumCounts section = pools.get(i);
            double share = weight(i) / weights;
            b[i] = m * share * Moments.sum(section, (c, y) -> value.of(c, y) - mean);
            factor.add(rate() * section.correction() * section.interviews() * share * share);
            within.add(Moments.of(section, value).squares());
            df += section.interviews() - 1;
        }
        return List.of(new Spread(correction() / m, squares(b), m - 1), new Spread(factor.value(), within.value(), df));
    }
}
