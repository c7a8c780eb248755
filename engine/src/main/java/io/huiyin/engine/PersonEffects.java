package io.huiyin.engine;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** What persons do to each unit's moderated error, from the raw variances over persons. */
final class PersonEffects {
    private final Map<UnitSample, Persons.Variance> variances = new IdentityHashMap<>();
    private final double correlation;

    PersonEffects(Persons persons, Collection<UnitSample> units, CellValue residual) {
        ExactSum more = new ExactSum();
        ExactSum most = new ExactSum();
        for (UnitSample unit : units) {
            Persons.Variance v = persons.of(unit, residual);
            variances.put(unit, v);
            more.add(v.variance() - v.plain());
            most.add(v.excess() * v.plain());
        }
        correlation = most.value() == 0 ? 0 : Math.clamp(more.value() / most.value(), 0, 1);
    }

    double correlation() {
        return correlation;
    }

    Persons.Variance variance(UnitSample unit) {
        Persons.Variance variance = variances.get(unit);
        if (variance == null) {
            throw new IllegalArgumentException("not a unit of this assessment");
        }
        return variance;
    }

    /**
     * (d0 (1 + rho excess) + df V/V_plain)/(d0 + df), at least 1: the unit's own effect drawn towards what the
     * county's correlation makes of its repetitions.
     */
    double effect(UnitSample unit, double priorDf) {
        Persons.Variance v = variance(unit);
        double expected = 1 + correlation * v.excess();
        double own = v.plain() == 0 ? expected : v.variance() / v.plain();
        double df = priorDf + unit.df();
        return df == 0 ? Math.max(1, own) : Math.max(1, (priorDf * expected + unit.df() * own) / df);
    }

    /** The unit's own degrees of freedom shrink as those of its variance over persons do. */
    double df(UnitSample unit) {
        Persons.Variance v = variance(unit);
        return v.plainDf() == 0 ? unit.df() : unit.df() * Math.min(1, v.df() / v.plainDf());
    }
}
