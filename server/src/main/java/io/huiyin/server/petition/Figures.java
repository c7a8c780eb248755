package io.huiyin.server.petition;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.petition.FigureStore.Ages;
import io.huiyin.server.petition.FigureStore.Harm;
import io.huiyin.server.petition.FigureStore.Month;
import io.huiyin.server.petition.FigureStore.Pressed;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 信访公开数字: per unit and month, both axes, in time, and how old the rest is. Numbers under ten are not shown, and nothing is put in
 * order by how many came in, which is nobody's merit or fault (DESIGN section 6, rules 4 and 6).
 */
@Component
@Transactional(readOnly = true)
class Figures {

    /** Fewer are not shown. */
    static final int FEWEST = 10;

    private static final int MONTHS = 12;

    private final FigureStore store;
    private final Units units;
    private final LegalValues values;
    private final Clock clock;

    Figures(FigureStore store, Units units, LegalValues values, Clock clock) {
        this.store = store;
        this.units = units;
        this.values = values;
        this.clock = clock;
    }

    /** @param unit null for the county as a whole */
    record Shown(
            @Nullable Unit unit,
            List<Month> months,
            Ages ages,
            Pressed pressed,
            @Nullable Harm harm,
            List<Unit> units,
            int limit) {

        /** The year as a whole, then month by month. */
        List<Month> rows() {
            return Stream.concat(Stream.ofNullable(year()), months.stream()).toList();
        }

        /** The year as a whole; null when nothing came in. */
        @Nullable
        Month year() {
            return months.stream().reduce(Month::and).orElse(null);
        }

        /** Those of which enough is known to draw it. */
        List<Month> drawn() {
            return rows().stream().filter(month -> month.said() >= FEWEST).toList();
        }

        /** Per cent that a part under ten is below, since the part itself is not shown. */
        static long below(long whole) {
            return Math.min(100, (100L * FEWEST + whole - 1) / whole);
        }

        /** Per cent; null where what it is a share of is not shown. */
        static @Nullable Long share(long part, long whole) {
            return whole < FEWEST ? null : Math.round(100.0 * part / whole);
        }
    }

    /** An unknown unit is the county. */
    Shown of(@Nullable String code) {
        Unit unit = code == null ? null : units.find(code).orElse(null);
        String known = unit == null ? null : unit.code();
        Harm harm = unit == null ? store.harm() : null;
        return new Shown(
                unit,
                store.months(known, false, from(), limit()),
                store.ages(known, today()),
                store.pressed(known, from()),
                harm == null || harm.asked() < FEWEST ? null : harm,
                units.all(),
                limit());
    }

    /** Of every unit, for the open data. */
    List<Month> each() {
        return store.months(null, true, from(), limit());
    }

    private LocalDate from() {
        return today().withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    private int limit() {
        return values.value("petition.answer", today());
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
