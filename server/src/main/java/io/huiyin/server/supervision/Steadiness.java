package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 三个不减: hours that leaders received people, people who work on petitions, personal acts for each open case; this year so far
 * beside the same days of last year. Context for whoever reads the faults, and never a target.
 */
@Component
@Transactional(readOnly = true)
class Steadiness {

    static final int MOST_PEOPLE = 10_000;

    private final SteadinessStore store;
    private final Clock clock;

    Steadiness(SteadinessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One span of days.
     *
     * @param hours that leaders were there and received people
     * @param people mean over the months for which a number was entered; null when none was
     * @param acts in person that stand
     * @param cases open on any day of the span
     */
    record Span(double hours, @Nullable Double people, long acts, long cases) {
        /** Null without a case. */
        @Nullable
        Double actsPerCase() {
            return cases == 0 ? null : (double) acts / cases;
        }
    }

    record Both(Span now, Span before) {}

    Both both() {
        LocalDate today = SqlTime.day(clock.instant());
        return new Both(of(today), of(today.minusYears(1)));
    }

    private Span of(LocalDate last) {
        return store.span(last.withDayOfYear(1), last);
    }

    /** How many people work on petitions in a month; a correction is entered anew. */
    @Transactional
    Doing enter(String month, String people, SignedIn by) {
        YearMonth when;
        int count;
        try {
            when = YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            return Doing.refused("month", "staffing.month");
        }
        try {
            count = Integer.parseInt(people);
        } catch (NumberFormatException e) {
            return Doing.refused("staff", "staffing.people", MOST_PEOPLE);
        }
        if (when.isAfter(YearMonth.from(SqlTime.day(clock.instant())))) return Doing.refused("month", "staffing.month");
        if (count < 0 || count > MOST_PEOPLE) return Doing.refused("staff", "staffing.people", MOST_PEOPLE);
        var id = Ids.next();
        store.insert(new SteadinessStore.Staffing(id, when.atDay(1), count, clock.instant(), by.account()));
        return new Doing.Done(id);
    }
}
