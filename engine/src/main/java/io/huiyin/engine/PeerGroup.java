package io.huiyin.engine;

/**
 * Units that are compared with each other (同类单位).
 *
 * @param kind their kind, or empty text when the frame has none
 * @param mean mu, the mean the flags compare with, in points
 * @param between A, the variance between units, in squared points
 * @param units how many units the mean rests on
 * @param compared how many units were compared (Holm's family)
 */
public record PeerGroup(String kind, Figure mean, Figure between, int units, int compared) {}
