package io.huiyin.engine.survey;

import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample whose errors come from its design by Taylor linearisation (泰勒线性化), perhaps with weights fitted to
 * population totals: then z is replaced by what the fitted variables leave of it (METHODS 2.3).
 */
public final class DrawnSample implements Sample {
    private final Design design;
    private final Lonely lonely;
    private final boolean domainLonely;
    private final double[] weights;
    private final List<Projection> projections;

    private DrawnSample(
            Design design, Lonely lonely, boolean domainLonely, double[] weights, List<Projection> projections) {
        this.design = design;
        this.lonely = lonely;
        this.domainLonely = domainLonely;
        this.weights = weights;
        this.projections = projections;
    }

    /**
     * The sample of a design.
     *
     * @param domainLonely whether a stratum with one unit in the domain is treated as lonely (R's
     *     survey.adjust.domain.lonely)
     */
    public static DrawnSample of(Design design, Lonely lonely, boolean domainLonely) {
        Design used = lonely == Lonely.COLLAPSE ? design.collapsed() : design;
        return new DrawnSample(used, lonely, domainLonely, used.weights(), List.of());
    }

    /** The same sample with weights fitted to population totals. */
    public DrawnSample fitted(Fit fit) {
        Fit.Fitted fitted = fit.to(weights);
        List<Projection> more = new ArrayList<>(projections);
        more.add(fitted.projection());
        return new DrawnSample(design, lonely, domainLonely, fitted.weights(), List.copyOf(more));
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public int[] rows() {
        return design.everyRow();
    }

    /** How many strata were pooled, 0 if none. */
    public int collapsedStrata() {
        return design.collapsedStrata();
    }

    @Override
    public Figure[][] covariance(List<Statistic> statistics) {
        List<Integer> known = new ArrayList<>();
        Figure[] missing = new Figure[statistics.size()];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = whyMissing(statistics.get(i));
            if (missing[i].isKnown()) {
                known.add(i);
            }
        }
        Figure[][] small = new Covariance(design, lonely, domainLonely)
                .of(known.stream().map(i -> projected(statistics.get(i))).toList());
        return Matrices.spread(small, known, missing);
    }

    /** Known if the variance may be computed. */
    private Figure whyMissing(Statistic statistic) {
        Figure value = statistic.value(weights);
        int[] met = projections.isEmpty() ? statistic.rows() : design.everyRow();
        if (value.isKnown() && lonely == Lonely.FAIL && design.meetsLonely(met)) {
            throw new Refused(Problem.LONELY_STRATUM, "another --lonely would go on");
        }
        if (value.isKnown() && statistic.influence(weights).isHuge()) {
            return Figure.missing(Reason.OVERFLOW);
        }
        boolean oneUnit = statistic instanceof Statistic.Ratio && design.isOneUnit(met);
        return oneUnit && value.isKnown() ? Figure.missing(Reason.ONE_UNIT) : value;
    }

    private Influence projected(Statistic statistic) {
        Influence z = statistic.influence(weights);
        if (projections.isEmpty()) {
            return z;
        }
        double[] dense = z.dense(design.rows());
        for (Projection projection : projections) {
            dense = projection.residual(dense);
        }
        return new Influence(design.everyRow(), dense);
    }

    @Override
    public long degreesOfFreedom() {
        return degreesOfFreedom(design.everyRow());
    }

    @Override
    public long degreesOfFreedom(int[] domain) {
        return design.degreesOfFreedom(domain, weights);
    }

    @Override
    public boolean isComplete(int[] domain) {
        return projections.isEmpty() && design.isComplete(domain);
    }
}
