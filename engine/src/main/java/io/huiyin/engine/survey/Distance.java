package io.huiyin.engine.survey;

/**
 * How far weights may be from the design's (校准距离): w/d = F(u) with F(0) = F'(0) = 1 (Deville and Särndal 1992).
 *
 * @param method linear F = 1 + u, raking F = exp(u), logit between the bounds
 * @param least lower bound of w/d
 * @param most upper bound of w/d
 */
public record Distance(Method method, double least, double most) {

    /** The shape of F. */
    public enum Method {
        LINEAR,
        RAKING,
        LOGIT
    }

    /**
     * A distance with bounds; infinite for none.
     *
     * @throws Refused if the bounds do not lie on both sides of 1, or if logit has none
     */
    public Distance {
        boolean bounded = least > Double.NEGATIVE_INFINITY && most < Double.POSITIVE_INFINITY;
        if (!(least < 1 && most > 1) || method == Method.LOGIT && !bounded) {
            throw new Refused(
                    Problem.BAD_BOUNDS, method.name().toLowerCase(java.util.Locale.ROOT) + " " + least + ", " + most);
        }
    }

    /** F(u). */
    double factor(double u) {
        return switch (method) {
            case LINEAR -> Math.clamp(1 + u, least, most);
            case RAKING -> Math.clamp(Math.exp(u), least, most);
            case LOGIT -> {
                double e = Math.exp(steepness() * u);
                yield Double.isInfinite(e)
                        ? most
                        : (least * (most - 1) + most * (1 - least) * e) / (most - 1 + (1 - least) * e);
            }
        };
    }

    /** F'(u). */
    double slope(double u) {
        double f = factor(u);
        boolean free = f > least && f < most;
        return switch (method) {
            case LINEAR -> free ? 1 : 0;
            case RAKING -> free ? f : 0;
            case LOGIT -> steepness() * (f - least) * (most - f) / (most - least);
        };
    }

    private double steepness() {
        return (most - least) / ((1 - least) * (most - 1));
    }
}
