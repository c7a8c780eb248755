package io.huiyin.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what happens when the drawn are called: about a third answers, the content a little more readily than the others, some
 * refuse, some never pick up, some numbers are somebody else's.
 */
final class CallMill {

    private static final int TRIES = 5;

    private final Wish wish;
    private final VoteMill votes;

    CallMill(Wish wish, VoteMill votes) {
        this.wish = wish;
        this.votes = votes;
    }

    /** One try: answered, refused, no-reply or wrong-number. */
    record Try(Instant at, String outcome) {}

    /**
     * What was said about one matter.
     *
     * @param ratedBefore whether the person says to have rated it: yes, no or unknown
     * @param ratedLevel the level then, as remembered
     * @param pressed whether anybody asked, paid or pressed: yes, no or unknown
     */
    record Said(
            Handled matter,
            Answer answer,
            String ratedBefore,
            @Nullable Integer ratedLevel,
            String pressed) {}

    /** The tries of one call and, when it was answered, what was said. */
    record Call(List<Try> tries, List<Said> said) {}

    /**
     * @param name what sets the call apart from all others: the quarter and the person
     * @param matters at most three drawn matters of one person, who can be called
     * @param opens when calling starts
     * @param closes when it is over
     */
    Call call(String name, List<Handled> matters, Instant opens, Instant closes) {
        Dice dice = wish.dice("call", name);
        String end = outcome(matters.getFirst(), dice);
        int before = end.equals("no-reply") ? TRIES - 1 : dice.weighted(60, 22, 10, 5, 3);
        List<Try> tries = new ArrayList<>();
        Duration between = Duration.between(opens, closes).dividedBy(TRIES + 1L);
        for (int i = 0; i <= before; i++) {
            Instant at = opens.plus(between.multipliedBy(i)).plusSeconds((long) (dice.unit() * between.toSeconds()));
            tries.add(new Try(at, i < before ? "no-reply" : end));
        }
        boolean answered = end.equals("answered");
        return new Call(tries, answered ? matters.stream().map(this::said).toList() : List.of());
    }

    private static String outcome(Handled first, Dice dice) {
        if (first.recipient().wrong()) return "wrong-number";
        double answers = 0.375 + 0.02 * (first.opinion() - 3);
        if (!first.recipient().kind().equals("person")) answers += 0.15; // offices pick up
        return List.of("answered", "refused", "no-reply").get(dice.weighted(answers, 0.16, 0.84 - answers));
    }

    private Said said(Handled matter) {
        Dice dice = wish.dice("said", matter.number());
        int level = Math.clamp(matter.opinion() + dice.weighted(6, 88, 6) - 1L, 1, 5);
        List<Vote> given = votes.of(matter);
        boolean recalls = !given.isEmpty() && dice.chance(0.85);
        boolean pressed = dice.chance(matter.office().temper().coaches() ? 0.12 : 0.01);
        return new Said(
                matter,
                Answer.around(level, dice),
                recalls ? "yes" : given.isEmpty() || dice.chance(0.5) ? "no" : "unknown",
                recalls ? given.getLast().answer().overall() : null,
                pressed ? "yes" : dice.chance(0.03) ? "unknown" : "no");
    }
}
