package io.huiyin.engine;

/** A value of an interviewed matter that depends on its rating class 0 to 5 and its answer 1 to 5 only. */
@FunctionalInterface
interface CellValue {
    double of(int ratingClass, int answer);
}
