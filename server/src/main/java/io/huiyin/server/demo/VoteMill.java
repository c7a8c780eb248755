package io.huiyin.server.demo;

import io.huiyin.server.demo.Office.Temper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes the voluntary ratings with the sickness that the country knows: at the counter nearly everybody taps the highest level
 * while the clerk looks on; at home few rate, they are mixed, and some take back what they tapped.
 */
final class VoteMill {

    private static final int OPEN_DAYS = 30;
    /** The national reason codes of each level: first and last (FACTS section 1.4). */
    private static final int[][] REASONS = {{108, 115}, {207, 214}, {307, 314}, {406, 413}, {510, 517}};

    private final Wish wish;
    private final CheckTimes times;
    private final Map<Integer, List<String>> comments = Tables.rows("comments", ',').stream()
            .collect(Collectors.groupingBy(
                    row -> Integer.valueOf(row.getFirst()),
                    Collectors.mapping(row -> String.join(",", row.subList(1, row.size())), Collectors.toList())));

    VoteMill(Wish wish) {
        this.wish = wish;
        this.times = new CheckTimes(wish);
    }

    /** What was said about one matter before the demo's day, in the order in which it was said. */
    List<Vote> of(Handled matter) {
        if (matter.closedAt() == null) return List.of();
        Dice dice = wish.dice("votes", matter.number());
        List<Vote> votes = new ArrayList<>(2);
        if (taps(matter, dice)) votes.add(tap(matter, dice));
        if (dice.chance(rates(matter, !votes.isEmpty()))) votes.add(own(matter, votes.size(), dice));
        votes.removeIf(vote -> times.tooLate(matter.closedAt(), vote.at()));
        return votes;
    }

    private static boolean taps(Handled matter, Dice dice) {
        Temper temper = matter.office().temper();
        return matter.channel().equals("counter") && dice.chance(temper.coaches() ? 0.96 : 0.66);
    }

    private static Vote tap(Handled matter, Dice dice) {
        boolean coached = matter.office().temper().coaches();
        boolean asPressed = dice.chance(coached ? 0.998 : 0.97);
        int level = asPressed ? 5 : Math.max(matter.opinion(), 2 + dice.below(3));
        String terminal = matter.office().code() + "-" + (1 + dice.below(3));
        Instant at = Objects.requireNonNull(matter.closedAt()).plusSeconds(20 + dice.below(100));
        return new Vote(matter, 0, "counter", terminal, Answer.only(level), List.of(), "", false, at);
    }

    /** The very content and the very angry rate more; who has tapped already seldom rates again unless angry. */
    private static double rates(Handled matter, boolean tapped) {
        double rate = switch (matter.opinion()) {
            case 1 -> 0.14;
            case 2 -> 0.10;
            case 3 -> 0.04;
            case 4 -> 0.035;
            default -> 0.05;
        };
        return tapped ? (matter.opinion() <= 2 ? 0.5 : 0.3) * rate : rate;
    }

    private Vote own(Handled matter, int serial, Dice dice) {
        int level = Math.clamp(matter.opinion() + dice.weighted(10, 80, 10) - 1L, 1, 5);
        String channel = List.of("own", "paper", "call").get(dice.weighted(90, 6, 4));
        double wait = dice.unit();
        long seconds = 1800 + (long) (wait * wait * (OPEN_DAYS * 86400L - 7200));
        return new Vote(
                matter,
                serial,
                channel,
                "",
                dice.chance(0.6) ? Answer.around(level, dice) : Answer.only(level),
                level <= 2 || dice.chance(0.3) ? reasons(level, dice) : List.of(),
                dice.chance(0.3) ? comment(level, dice) : "",
                level <= 2 && dice.chance(0.25),
                Objects.requireNonNull(matter.closedAt()).plusSeconds(seconds));
    }

    private static List<String> reasons(int level, Dice dice) {
        int[] range = REASONS[level - 1];
        int first = range[0] + dice.below(range[1] - range[0] + 1);
        int second = range[0] + dice.below(range[1] - range[0] + 1);
        return first == second || dice.chance(0.6)
                ? List.of(String.valueOf(first))
                : List.of(String.valueOf(first), String.valueOf(second));
    }

    private String comment(int level, Dice dice) {
        return dice.pick(Objects.requireNonNull(comments.get(level), "demo/comments.csv lacks a level"));
    }
}
