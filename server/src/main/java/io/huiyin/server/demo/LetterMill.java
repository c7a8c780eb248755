package io.huiyin.server.demo;

import io.huiyin.server.demo.Handled.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the county's petitions: most are answered in time, some late, some only acknowledged, the newest not yet. */
final class LetterMill {

    private static final int LETTERS = 420;
    /** What a unit writes that has nothing to say. */
    private static final String ACKNOWLEDGED = "网友：您好！留言已收悉";

    private static final List<String> PLACES = List.of("村东头", "老街", "学校门口", "南坡", "渡口", "菜市场后巷", "三组", "水库边");

    private static final Office.Offer SERVICE = new Office.Offer("petition", "信访事项", "complex", null, 1, 'p');

    private final Wish wish;
    private final int days;
    private final List<Office> offices;
    private final List<List<String>> texts = Tables.rows("petitions", ';');

    LetterMill(Wish wish, List<Office> offices) {
        this.wish = wish;
        this.days = (int) ChronoUnit.DAYS.between(wish.firstDay(), wish.today());
        this.offices = offices;
    }

    Stream<Letter> letters() {
        return IntStream.range(0, wish.scaled(LETTERS, 1, 24)).mapToObj(this::letter);
    }

    private Letter letter(int i) {
        String number = String.format(Locale.ROOT, "XF%05d", i + 1);
        Dice dice = wish.dice("letter", number);
        List<String> text = dice.pick(texts);
        LocalDate day = wish.today().minusDays(1L + dice.below(days));
        Instant received = Wish.at(day, 6 * 3600 + dice.below(17 * 3600));
        String place = dice.pick(PLACES);
        String n = String.valueOf(2 + dice.below(6));
        Fate fate = Fate.values()[dice.weighted(84, 8, 4, 4)];
        LocalDate answered = wish.workingDay(day, fate.wait + dice.below(fate.spread));
        boolean has = fate != Fate.FORGOTTEN && answered.isBefore(wish.today());
        Instant at = has ? Wish.at(answered, 9 * 3600 + dice.below(8 * 3600)) : null;
        String channel = List.of("online", "letter", "visit", "hotline").get(dice.weighted(60, 8, 12, 20));
        return new Letter(
                number,
                received,
                channel,
                fill(text.get(1), place, n),
                fill(text.get(2), place, n),
                dice.pick(Names.of("surnames")) + (dice.chance(0.5) ? "女士" : "先生"),
                !has ? null : fate == Fate.ACKNOWLEDGED ? ACKNOWLEDGED : fill(text.get(3), place, n),
                at,
                matter(
                        number,
                        office(text.get(0), dice),
                        received,
                        fate == Fate.ACKNOWLEDGED ? null : at,
                        channel,
                        dice));
    }

    /** What becomes of a petition: working days until a reply, at least, and over how many more they spread. */
    private enum Fate {
        IN_TIME(3, 32),
        LATE(45, 30),
        ACKNOWLEDGED(1, 3),
        FORGOTTEN(1, 1);

        private final int wait;
        private final int spread;

        Fate(int wait, int spread) {
            this.wait = wait;
            this.spread = spread;
        }
    }

    private Handled matter(
            String number, Office office, Instant received, @Nullable Instant closed, String channel, Dice dice) {
        Office.Section section = office.counters().getFirst();
        Recipient petitioner = new Recipient(
                "L" + number,
                "person",
                "101" + String.format(Locale.ROOT, "%08d", dice.below(100_000_000)),
                dice.chance(0.04),
                false);
        return new Handled(
                "petition/" + number,
                office,
                section,
                section.posts().getFirst(),
                SERVICE,
                "",
                "",
                "",
                channel,
                received,
                null,
                closed,
                closed == null ? null : "done",
                petitioner,
                true,
                false,
                MatterMill.level(office.temper().quality() - 0.5 + dice.normal()));
    }

    private Office office(String wanted, Dice dice) {
        List<Office> fitting = offices.stream()
                .filter(office -> wanted.equals("TOWN")
                        ? office.kind().equals("township")
                        : office.code().equals(wanted))
                .toList();
        return dice.pick(fitting.isEmpty() ? offices : fitting);
    }

    private static String fill(String text, String place, String n) {
        return text.replace("{p}", place).replace("{n}", n);
    }
}
