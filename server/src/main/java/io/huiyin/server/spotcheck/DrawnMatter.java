package io.huiyin.server.spotcheck;

/**
 * One drawn matter.
 *
 * @param place in its stratum, from 1; the reserve goes on counting
 * @param rank what decided
 */
record DrawnMatter(String number, String unit, String type, int place, boolean reserve, String rank) {

    String kind() {
        return reserve ? "reserve" : "sample";
    }
}
