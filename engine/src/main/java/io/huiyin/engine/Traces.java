package io.huiyin.engine;

/**
 * What the ratings of one person's matters left behind (评价痕迹; METHODS 2.10).
 *
 * @param timed ratings of which the delay after the matter is known
 * @param fast those of them given within {@value #FAST_SECONDS} seconds
 * @param traced ratings of which the device is known
 * @param repeated those of them from a device that had rated this person before
 * @param busiestHour most ratings within one hour of one day; 0 where the frame does not say
 */
public record Traces(long timed, long fast, long traced, long repeated, long busiestHour) {
    /** A rating given sooner than this many seconds after the matter is fast. */
    public static final int FAST_SECONDS = 120;

    public Traces {
        if (fast < 0 || fast > timed || repeated < 0 || repeated > traced || busiestHour < 0) {
            throw new IllegalArgumentException(
                    fast + " fast of " + timed + ", " + repeated + " repeated of " + traced + ", " + busiestHour);
        }
    }

    Traces plus(Traces other) {
        return new Traces(
                timed + other.timed,
                fast + other.fast,
                traced + other.traced,
                repeated + other.repeated,
                Math.max(busiestHour, other.busiestHour));
    }
}
