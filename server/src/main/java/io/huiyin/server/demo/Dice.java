package io.huiyin.server.demo;

import java.util.List;

/**
 * Chance that can be repeated: the same seed and the same words give the same throws on every machine. Each thing in the county
 * has dice of its own, so that nothing depends on the order in which things are asked for.
 */
final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String... words) {
        long state = mix(seed);
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) state = (state ^ word.charAt(i)) * 0x100000001B3L; // FNV-1a
            state = mix(state + 1);
        }
        return new Dice(state);
    }

    /** SplitMix64. */
    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 to n - 1. */
    int below(int n) {
        return (int) Math.min(n - 1L, (long) (unit() * n));
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** The place of one of the weights, each as likely as it is heavy. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) total += weight;
        double left = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) return i;
        }
        return weights.length - 1;
    }

    /** What so many throws of a ten-sided die show. */
    String throwsOfTen(int count) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < count; i++) shown.append(below(10));
        return shown.toString();
    }

    /** Standard normal (Box and Muller), with functions that give the same bits on every machine. */
    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * Math.PI * unit());
    }

    /** Poisson, by counting exponential waits. */
    int poisson(double mean) {
        int count = -1;
        for (double waited = 0; waited < mean; count++) waited -= StrictMath.log(1 - unit());
        return Math.max(count, 0);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
