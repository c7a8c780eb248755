package io.huiyin.server.demo;

import io.huiyin.server.demo.Handled.Recipient;
import io.huiyin.server.demo.Office.Offer;

/** The people served: of 790,000 some come once, some again and again; agents and large enterprises own many matters. */
final class Recipients {

    private static final int PEOPLE = 790_000;
    private static final int REPEATERS = 9_000;
    private static final int ENTERPRISES = 6_000;
    private static final int AGENTS = 160;

    private final Wish wish;

    Recipients(Wish wish) {
        this.wish = wish;
    }

    Recipient of(Offer offer, Dice dice) {
        double agents = offer.kinds() == 'p' ? 0.03 : 0.12;
        if (dice.chance(agents)) return one("agent", "A", AGENTS, 2.2, dice);
        boolean enterprise = offer.kinds() == 'e' || offer.kinds() == 'b' && dice.chance(0.35);
        if (enterprise) return one("enterprise", "E", ENTERPRISES, 1.8, dice);
        if (dice.chance(0.22)) return one("person", "R", REPEATERS, 1.5, dice);
        return one("person", "P", PEOPLE, 1, dice);
    }

    /** The higher the power, the more of the matters belong to the first few. */
    private Recipient one(String kind, String letter, int whole, double power, Dice dice) {
        int pool = wish.scaled(whole, 1, 20);
        int number = (int) (pool * StrictMath.pow(dice.unit(), power));
        String key = letter + number;
        return new Recipient(key, kind, contact(key), wish.dice("wrong", key).chance(0.04), !letter.equals("P"));
    }

    /** Eleven digits as a mobile number has, but from a range that no network gives out. */
    private String contact(String key) {
        return "101" + String.format("%08d", wish.dice("contact", key).below(100_000_000));
    }
}
