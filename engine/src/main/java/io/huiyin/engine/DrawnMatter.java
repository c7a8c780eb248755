package io.huiyin.engine;

/**
 * A drawn matter with all that estimates below the unit need (抽中办件).
 *
 * @param stratum in a two-stage frame the section is the stratum
 * @param ratingClass 0 without a linkable rating, else the voluntary rating 1 to 5
 * @param answer 0 when nobody answered, else the interview's answer 1 to 5
 * @param cluster who it was for (one agent may own many matters), or empty text when the frame does not say
 */
public record DrawnMatter(
        Stratum stratum, Place place, Circumstances circumstances, int ratingClass, int answer, String cluster) {

    public DrawnMatter {
        if (!place.unit().equals(stratum.unit())) {
            throw new IllegalArgumentException(stratum + ": the matter's place is in unit " + place.unit());
        }
    }

    /** A drawn matter of which only stratum, rating and answer are known. */
    public static DrawnMatter of(Stratum stratum, int ratingClass, int answer) {
        return new DrawnMatter(
                stratum, Place.ofUnit(stratum.unit()), Circumstances.ofType(stratum.type()), ratingClass, answer, "");
    }

    /** The record's own would do; this one is quick from the first call on, and there are many. */
    @Override
    public int hashCode() {
        return 31
                        * (31 * (31 * (31 * (stratum.hashCode()) + place.hashCode()) + circumstances.hashCode())
                                + (6 * ratingClass + answer))
                + cluster.hashCode();
    }
}
