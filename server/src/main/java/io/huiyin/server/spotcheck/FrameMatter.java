package io.huiyin.server.spotcheck;

/**
 * One matter of a frame, without anything about the recipient.
 *
 * @param number its random name
 * @param official code of the official who decided, or empty text
 * @param rating the voluntary rating 1 to 5 that counted when the frame was frozen; 0: none
 */
record FrameMatter(
        String number,
        String unit,
        String kind,
        String section,
        String post,
        String official,
        String type,
        String channel,
        int rating,
        boolean contact) {}
