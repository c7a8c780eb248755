package io.huiyin.server.demo;

import io.huiyin.server.demo.Handled.Recipient;
import io.huiyin.server.demo.Office.Offer;
import io.huiyin.server.demo.Office.Post;
import io.huiyin.server.demo.Office.Section;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the county's matters, day by day: on working days, in opening hours, more in March than in the New Year's weeks. */
final class MatterMill {

    /** By month, January first; the fourteen days around the lunar new year are mostly in the second. */
    private static final double[] SEASON = {0.95, 0.7, 1.25, 1.15, 1.0, 1.0, 0.95, 0.95, 1.2, 0.95, 1.0, 0.95};

    private static final int OPENS = 9 * 3600;
    private static final int NOON = 12 * 3600;
    private static final int AFTERNOON = 13 * 3600 + 1800;
    private static final int CLOSES = 17 * 3600;

    private final Wish wish;
    private final List<Office> offices;
    private final Recipients recipients;
    private final List<LocalDate> days;
    private final double perUnitOfSize;

    MatterMill(Wish wish, List<Office> offices) {
        this.wish = wish;
        this.offices = offices;
        this.recipients = new Recipients(wish);
        this.days =
                wish.firstDay().datesUntil(wish.today()).filter(wish.worked()).toList();
        double size = offices.stream().mapToDouble(Office::size).sum();
        double season = days.stream().mapToDouble(MatterMill::season).sum();
        this.perUnitOfSize = Wish.MATTERS * wish.scale() / size / season;
    }

    /** All matters, in the order of their days. */
    Stream<Handled> matters() {
        return days.parallelStream().flatMap(day -> offices.stream().flatMap(office -> day(office, day).stream()));
    }

    private List<Handled> day(Office office, LocalDate day) {
        Dice dice = wish.dice("day", office.code(), day.toString());
        int count = dice.poisson(perUnitOfSize * office.size() * season(day));
        List<Handled> matters = new ArrayList<>(count);
        for (int i = 1; i <= count; i++)
            matters.add(matter(
                    office,
                    day,
                    String.format(
                            Locale.ROOT,
                            "%s%s-%03d",
                            office.code(),
                            day.toString().replace("-", ""),
                            i)));
        return matters;
    }

    private Handled matter(Office office, LocalDate day, String number) {
        Dice dice = wish.dice("matter", number);
        Offer offer = office.offers()
                .get(dice.weighted(
                        office.offers().stream().mapToDouble(Offer::share).toArray()));
        Section section = dice.pick(office.counters());
        Recipient recipient = recipients.of(offer, dice);
        String channel = List.of("counter", "online", "hotline").get(dice.weighted(66, 30, 4));
        boolean atNight = channel.equals("online") && offer.promised() != null;
        Instant opened = Wish.at(day, atNight ? 7 * 3600 + dice.below(15 * 3600) : openingHour(dice));
        boolean late = dice.chance(office.temper().late()) && offer.promised() != null;
        Instant closed = closing(offer, day, opened, late, dice);
        if (!closed.isBefore(Wish.at(wish.today(), 0))) closed = null;
        String outcome = closed == null ? null : outcome(office, offer, dice);
        LocalDate ended = closed == null ? day : Wish.day(closed);
        Post deciding = section.posts().get(offer.promised() == null ? 0 : 2);
        String decider = deciding.on(ended).official();
        boolean contact = recipient.regular() || !dice.chance(office.temper().noContact());
        return new Handled(
                number,
                office,
                section,
                deciding,
                offer,
                section.posts().get(0).on(day).official(),
                decider,
                section.posts().get(3).on(ended).official(),
                channel,
                opened,
                offer.promised() == null ? null : day.plusDays(offer.promised()),
                closed,
                outcome,
                recipient,
                contact,
                recipient.kind().equals("person") && dice.chance(0.05),
                opinion(office, offer, decider, outcome, late, dice));
    }

    /** On the spot within the hour; else on some working day up to the promised one, or some time beyond it. */
    private Instant closing(Offer offer, LocalDate day, Instant opened, boolean late, Dice dice) {
        if (offer.promised() == null) return opened.plusSeconds(240 + dice.below(2400));
        LocalDate due = day.plusDays(offer.promised());
        LocalDate ends = late
                ? wish.workingDay(due, 1 + dice.below(offer.promised()))
                : wish.lastWorkingDay(day.plusDays((long) Math.ceil(offer.promised() * (0.1 + 0.9 * dice.unit()))));
        return ends.isAfter(day) ? Wish.at(ends, openingHour(dice)) : opened.plusSeconds(900 + dice.below(5400));
    }

    private static String outcome(Office office, Offer offer, Dice dice) {
        double trouble = office.temper().quality() < -0.3 ? 1.6 : 1;
        double hard = offer.promised() == null ? 0.4 : offer.serviceClass().equals("complex") ? 2 : 1;
        int outcome = dice.weighted(91, 2.5 * trouble * hard, 3.5 * trouble * hard, 1.5 * hard, 1.5 * trouble * hard);
        return List.of("done", "refused", "returned", "withdrawn", "given-up").get(outcome);
    }

    /** What the recipient thinks: the unit, the kind of service, who decided, how it ended, and mostly the person's own mind. */
    private int opinion(Office office, Offer offer, String decider, @Nullable String outcome, boolean late, Dice dice) {
        double mind = office.temper().quality()
                + 0.12 * wish.dice("official", decider).normal();
        mind += switch (offer.serviceClass()) {
            case "on-the-spot" -> 0.15;
            case "complex" -> -0.25;
            default -> 0;
        };
        mind += switch (outcome == null ? "" : outcome) {
            case "refused" -> -1.2;
            case "returned" -> -0.7;
            case "withdrawn" -> -0.4;
            case "given-up" -> -1.5;
            default -> 0.1;
        };
        if (late) mind -= 0.5;
        return level(mind + dice.normal());
    }

    /** Where the county's answers lie when a mind is standard normal: 5, 12, 14, 27 and 42 in a hundred. */
    static int level(double mind) {
        if (mind < -1.645) return 1;
        if (mind < -0.954) return 2;
        if (mind < -0.496) return 3;
        return mind < 0.202 ? 4 : 5;
    }

    private static int openingHour(Dice dice) {
        int second = dice.below(NOON - OPENS + CLOSES - AFTERNOON);
        return second < NOON - OPENS ? OPENS + second : AFTERNOON + second - (NOON - OPENS);
    }

    private static double season(LocalDate day) {
        double week = day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.25 : day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0.85 : 1;
        return SEASON[day.getMonthValue() - 1] * week;
    }
}
