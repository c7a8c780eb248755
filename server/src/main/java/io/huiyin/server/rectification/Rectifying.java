package io.huiyin.server.rectification;

/** What became of marking a work order as rectified. */
sealed interface Rectifying {
    record Done() implements Rectifying {}

    /** Without saying what was done, nothing is rectified. */
    record NoMeasures() implements Rectifying {}

    record TooLong() implements Rectifying {}
}
