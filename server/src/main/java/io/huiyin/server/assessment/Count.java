package io.huiyin.server.assessment;

import io.huiyin.engine.Stratum;

/**
 * Matters of one stratum with the same rating and the same interview answer.
 *
 * @param rating 0: none that counted when the frame was frozen
 * @param answer 0: not interviewed
 * @param drawn those of them that were drawn
 * @param contacts those of them under which somebody can be called
 */
record Count(
        String quarter,
        String unit,
        String kind,
        String type,
        int rating,
        int answer,
        long matters,
        long drawn,
        long contacts) {

    Stratum stratum() {
        return new Stratum(quarter, unit, type);
    }

    /** As it goes into the digest. */
    String line() {
        return String.join(
                        "\t",
                        quarter,
                        unit,
                        kind,
                        type,
                        rating + "",
                        answer + "",
                        matters + "",
                        drawn + "",
                        contacts + "")
                + "\n";
    }
}
