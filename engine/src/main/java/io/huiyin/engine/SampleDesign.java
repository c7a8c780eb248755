package io.huiyin.engine;

import java.util.List;
import java.util.Map;

/**
 * How many matters to draw so that every unit's score is precise enough (样本设计; METHODS 2.11), and what that means in
 * calls.
 *
 * @param wish what was asked for
 * @param spread residual standard deviation per type, in points
 * @param fromInterviews does the spread come from the frame's interviews? Else it is {@value #ASSUMED_SPREAD}
 * @param strata one row per stratum, in their order
 * @param units one row per unit, in the order of codes
 * @param total all units together
 */
public record SampleDesign(
        Wish wish,
        Map<String, Double> spread,
        boolean fromInterviews,
        List<Size> strata,
        List<Unit> units,
        Unit total) {
    /** Residual standard deviation without any interview to learn from (METHODS 2.11). */
    public static final double ASSUMED_SPREAD = 25.4;

    public SampleDesign {
        strata = List.copyOf(strata);
        units = List.copyOf(units);
    }

    /**
     * What is asked for.
     *
     * @param precision half-width of the 95 % (or the scheme's) interval of each unit, above 0, in points
     * @param response expected share of the drawn who answer, above 0, at most 1
     * @param least interviews per stratum, at least 0; small strata are drawn whole
     * @param cost of an interview per type, above 0; 1 where nothing is said
     * @param calls what calling takes
     */
    public record Wish(double precision, double response, int least, Map<String, Double> cost, Calls calls) {
        public Wish {
            require(precision > 0 && Double.isFinite(precision), "the precision must be above 0 points", precision);
            require(response > 0 && response <= 1, "the response must be above 0 and at most 1", response);
            require(least >= 0, "the least number per stratum must be at least 0", least);
            cost.forEach((type, c) ->
                    require(c > 0 && Double.isFinite(c), "the cost of type " + type + " must be above 0", c));
            cost = Map.copyOf(cost);
        }
    }

    /**
     * What calling takes.
     *
     * @param attempts most dials per person, at least 1; as shipped 3
     * @param dialMinutes per dial, as shipped 1.5
     * @param interviewMinutes per interview, as shipped 6
     */
    public record Calls(int attempts, double dialMinutes, double interviewMinutes) {
        public Calls {
            require(attempts >= 1, "the attempts must be at least 1", attempts);
            require(dialMinutes >= 0 && Double.isFinite(dialMinutes), "minutes must be at least 0", dialMinutes);
            require(
                    interviewMinutes >= 0 && Double.isFinite(interviewMinutes),
                    "minutes must be at least 0",
                    interviewMinutes);
        }

        /** As shipped. */
        public static Calls asShipped() {
            return new Calls(3, 1.5, 6);
        }

        /** Dials per person drawn: with chance a per dial, 1 - (1 - a)^k = response, it is response/a. */
        double perPerson(double response) {
            double chance = response == 1 ? 1 : -Math.expm1(Math.log1p(-response) / attempts);
            return response / chance;
        }
    }

    /** Matters to draw in one stratum, with the interviews to be expected of them. */
    public record Size(Stratum stratum, long matters, long drawn, double interviews) {}

    /**
     * What is to be expected of one unit, or of the county.
     *
     * @param unit code; empty for the county
     * @param matters N
     * @param drawn matters to draw: people to call
     * @param interviews to be expected
     * @param halfWidth of the interval of D, in points
     * @param halfWidthSilent the same with the declared shift of those who do not answer
     * @param reached is the precision reached? A unit may be too small for it at this response
     * @param dials to be expected
     * @param hours of calling
     */
    public record Unit(
            String unit,
            long matters,
            long drawn,
            double interviews,
            double halfWidth,
            double halfWidthSilent,
            boolean reached,
            double dials,
            double hours) {}

    /**
     * Designs a draw; interviews that the cells already hold tell the spread.
     *
     * @throws IllegalArgumentException if there is no matter, or sections were drawn first
     */
    public static SampleDesign of(Cells cells, Scheme scheme, Wish wish) {
        return new Designing(cells, scheme, wish).design();
    }

    private static void require(boolean holds, String sentence, double value) {
        if (!holds) {
            throw new IllegalArgumentException(sentence + ": " + value);
        }
    }
}
