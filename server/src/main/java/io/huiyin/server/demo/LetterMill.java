package io.huiyin.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the county's petitions: most are answered in time, some late, some only acknowledged, the newest not yet. */
final class LetterMill {

    private static final int LETTERS = 420;
    /** What a unit writes that has nothing to say. */
    private static final String ACKNOWLEDGED = "网友：您好！留言已收悉";

    private static final List<String> PLACES = List.of("村东头", "老街", "学校门口", "南坡", "渡口", "菜市场后巷", "三组", "水库边");

    private final Wish wish;
    private final List<Office> offices;
    private final List<List<String>> texts = Tables.rows("petitions", ';');

    LetterMill(Wish wish, List<Office> offices) {
        this.wish = wish;
        this.offices = offices;
    }

    Stream<Letter> letters() {
        return IntStream.range(0, wish.scaled(LETTERS, 1, 24)).mapToObj(this::letter);
    }

    private Letter letter(int i) {
        Dice dice = wish.dice("letter", String.valueOf(i));
        List<String> text = dice.pick(texts);
        LocalDate day = wish.today()
                .minusDays(1L
                        + dice.below((int)
                                (wish.today().toEpochDay() - wish.firstDay().toEpochDay())));
        Instant received = Wish.at(day, 6 * 3600 + dice.below(17 * 3600));
        String place = dice.pick(PLACES);
        String n = String.valueOf(2 + dice.below(6));
        int kind = dice.weighted(84, 8, 4, 4); // in time, late, acknowledged only, forgotten
        LocalDate answered = wish.workingDay(day, kind == 1 ? 45 + dice.below(30) : kind == 2 ? 2 : 3 + dice.below(32));
        boolean has = kind != 3 && answered.isBefore(wish.today());
        return new Letter(
                String.format(Locale.ROOT, "XF%05d", i + 1),
                received,
                List.of("online", "letter", "visit", "hotline").get(dice.weighted(60, 8, 12, 20)),
                fill(text.get(1), place, n),
                fill(text.get(2), place, n),
                dice.pick(List.of("王", "李", "陈", "周", "赵", "孙")) + (dice.chance(0.5) ? "女士" : "先生"),
                "101" + String.format("%08d", dice.below(100_000_000)),
                unit(text.get(0), dice),
                !has ? null : kind == 2 ? ACKNOWLEDGED : fill(text.get(3), place, n),
                has ? Wish.at(answered, 9 * 3600 + dice.below(8 * 3600)) : null);
    }

    private String unit(String wanted, Dice dice) {
        List<Office> fitting = offices.stream()
                .filter(office -> wanted.equals("TOWN")
                        ? office.kind().equals("township")
                        : office.code().equals(wanted))
                .toList();
        return dice.pick(fitting.isEmpty() ? offices : fitting).code();
    }

    private static String fill(String text, String place, String n) {
        return text.replace("{p}", place).replace("{n}", n);
    }
}
