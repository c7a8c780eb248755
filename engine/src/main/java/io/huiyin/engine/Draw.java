package io.huiyin.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A draw that anyone can repeat (抽取): each matter's rank is the lower-case hex of HMAC-SHA256 with the seed's bytes as
 * key over the UTF-8 of the matter's number; in each stratum the n smallest are the sample, the next ones the reserve
 * in a fixed order (TRUST 2.6). Not safe for use by several threads at once.
 */
public final class Draw {
    private final Mac mac;

    private Draw(Mac mac) {
        this.mac = mac;
    }

    /** How many matters of a stratum to draw: the sample, and a reserve behind it; both at least 0. */
    public record Size(int sample, int reserve) {
        public Size {
            if (sample < 0 || reserve < 0) {
                throw new IllegalArgumentException("a size must be at least 0: " + sample + ", " + reserve);
            }
        }
    }

    /**
     * A drawn matter.
     *
     * @param order place in its stratum, from 1; the reserve goes on counting after the sample
     * @param reserve is it in the reserve?
     * @param rank the hex rank that decided
     */
    public record Drawn(String matter, int order, boolean reserve, String rank) {}

    /**
     * A draw by its seed.
     *
     * @param hex the seed, an even number of hex digits, at least two; upper and lower case are the same seed
     * @throws IllegalArgumentException if it is not hex
     */
    public static Draw bySeed(String hex) {
        if (hex.isEmpty() || hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("the seed is not an even number of hex digits: " + hex);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256"));
            return new Draw(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    /** The rank of a matter: 64 lower-case hex digits. */
    public String rank(String matter) {
        return HexFormat.of().formatHex(mac.doFinal(matter.getBytes(StandardCharsets.UTF_8)));
    }

    /** Starts the draw of one stratum; matters are offered one by one, in any order. */
    public Lot lot(Size size) {
        return new Lot(this, size);
    }

    /** One stratum's draw; holds at most sample + reserve matters at a time. */
    public static final class Lot {
        private static final Comparator<Ranked> ORDER =
                Comparator.comparing(Ranked::rank).thenComparing(Ranked::matter);
        private final Draw draw;
        private final Size size;
        private final PriorityQueue<Ranked> smallest = new PriorityQueue<>(ORDER.reversed());
        private long offered;

        private record Ranked(String matter, String rank) {}

        private Lot(Draw draw, Size size) {
            this.draw = draw;
            this.size = size;
        }

        /** Offers one matter of the stratum. */
        public void offer(String matter) {
            offered++;
            smallest.add(new Ranked(matter, draw.rank(matter)));
            if (smallest.size() > (long) size.sample + size.reserve) {
                smallest.remove();
            }
        }

        /** How many matters were offered. */
        public long offered() {
            return offered;
        }

        /**
         * The sample, then the reserve, by rank; the reserve is shorter when the stratum ends.
         *
         * @throws IllegalStateException if the stratum has fewer matters than the sample wants, or a matter was offered
         *     twice and drawn
         */
        public List<Drawn> drawn() {
            if (offered < size.sample) {
                throw new IllegalStateException(size.sample + " matters are wanted of " + offered);
            }
            List<Ranked> ranked = new ArrayList<>(smallest);
            ranked.sort(ORDER);
            List<Drawn> drawn = new ArrayList<>();
            for (Ranked next : ranked) {
                if (!drawn.isEmpty() && drawn.getLast().matter().equals(next.matter)) {
                    throw new IllegalStateException("matter " + next.matter + " stands twice in the frame");
                }
                drawn.add(new Drawn(next.matter, drawn.size() + 1, drawn.size() >= size.sample, next.rank));
            }
            return drawn;
        }
    }
}
