package io.huiyin.engine.survey;

/** What is done with a stratum of which only one unit was drawn (孤层; METHODS 2.2); all but collapse are R's modes. */
public enum Lonely {
    /** The survey is refused. */
    FAIL,
    /** The stratum adds no variance. */
    CERTAINTY,
    /** The same as certainty. */
    REMOVE,
    /** Its unit is not centred: it adds g z^2. */
    ADJUST,
    /** It adds the mean variance of the other strata of the estimate. */
    AVERAGE,
    /** All lonely strata are pooled, with the smallest other one if need be: Huiyin's own way. */
    COLLAPSE
}
