package io.huiyin.engine;

import java.util.List;

/**
 * Adjustment for circumstances fixed before anybody served (办件结构调整; METHODS 2.5).
 *
 * @param names the adjusted levels, as {@code channel=2}; the first code of each circumstance is the one compared with
 * @param beta points by which a matter of that level differs from one of the first code, within units; missing where the
 *     interviews cannot tell it
 * @param betaErrors standard errors of beta, when they were asked for
 * @param shift per unit, in the order of units: the points its mix of matters is worth, (Zbar_u - Zbar)'beta
 * @param shiftErrors per unit: standard error of the shift, from that of beta alone, when it was asked for
 * @param apart per unit: is the shift more than {@value #WIDE} points, so that the unit hardly resembles the others?
 */
public record CaseMix(
        List<String> names,
        List<Figure> beta,
        List<Figure> betaErrors,
        List<Figure> shift,
        List<Figure> shiftErrors,
        List<Boolean> apart) {
    /** A shift beyond this many points deserves a warning. */
    public static final double WIDE = 10;

    public CaseMix {
        names = List.copyOf(names);
        beta = List.copyOf(beta);
        betaErrors = List.copyOf(betaErrors);
        shiftErrors = List.copyOf(shiftErrors);
        shift = List.copyOf(shift);
        apart = List.copyOf(apart);
    }
}
