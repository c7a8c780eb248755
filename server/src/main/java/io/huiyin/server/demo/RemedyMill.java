package io.huiyin.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes what units do about poor ratings: most rectify within the days they have, some late, some not at all. */
final class RemedyMill {

    private final Wish wish;
    private final List<List<String>> measures = Tables.rows("measures", ';');

    RemedyMill(Wish wish) {
        this.wish = wish;
    }

    record Remedy(String measures, Instant at) {}

    Optional<Remedy> of(Vote vote) {
        if (vote.answer().overall() > 2) return Optional.empty();
        Dice dice = wish.dice("remedy", vote.matter().number(), String.valueOf(vote.serial()));
        // orders reach the unit on the Monday after, with five working days to go
        int days = dice.chance(0.85) ? 5 + dice.below(5) : 14 + dice.below(30);
        LocalDate day = wish.workingDay(Wish.day(vote.at()), days);
        String said = dice.pick(measures).getFirst();
        return dice.chance(0.06) || !day.isBefore(wish.today())
                ? Optional.empty()
                : Optional.of(new Remedy(said, Wish.at(day, 10 * 3600 + dice.below(6 * 3600))));
    }
}
