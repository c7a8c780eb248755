package io.huiyin.audit;

import io.huiyin.audit.FrameCounts.PlaceRows;
import io.huiyin.audit.FrameCounts.StratumRows;
import io.huiyin.audit.FrameCounts.UnitRows;
import io.huiyin.engine.Cells;
import io.huiyin.engine.Circumstances;
import io.huiyin.engine.Place;
import io.huiyin.engine.Stratum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an assessment's frame (抽样框): one row a matter, into cells.
 *
 * <p>Needs the columns {@code matter,unit,x,sampled,resp,y} and, stratified, {@code type,N_h,n_h}, or, with sections
 * drawn first, {@code section,M_u,m_u,N_s,n_s}; takes {@code section, post, person, type, channel, complexity, age,
 * rated, period, kind, contact, day, minute, delay_s, device} when they are there, and checks that the stated numbers are what the rows say. Codes are
 * numbered as they are met and counted in plain arrays, and what rows with the same cells have in common is worked out
 * once where the file says that they are the same, so that millions of rows take a second.
 */
final class FrameReader implements Table.Divisible {
    private static final int DRAWN = 36;
    private static final int USABLE = 72;

    private final FramePlaces at;
    private final FrameCounts counts;
    private final FrameMixes mixes;
    private final FramePersons persons;
    private final TraceRows traces;
    /** Columns of which equal rows are of one stratum, or say the same of rating and answer. */
    private final int alikeInStratum;

    private final int alikeInAnswer;

    private final Codes units = new Codes();
    private final Codes periods = new Codes();
    private final Codes layers = new Codes();
    private final LongTable strataKeys = new LongTable();
    private final Codes clusters = new Codes();
    private final DrawnRows.Numbers numbers = new DrawnRows.Numbers();

    /** Readers of other rows of the same file; null: this one reads all rows in their order, so that a fault names its row. */
    private final @Nullable List<FrameReader> others;

    private FrameReader(Table table, String clusterColumn, boolean divided) {
        at = new FramePlaces(table, clusterColumn);
        counts = new FrameCounts(table.file(), at.twoStage);
        mixes = new FrameMixes(at.mix, table.alike(at.mix));
        persons = new FramePersons(at.places, counts.places);
        traces = TraceRows.of(table);
        alikeInStratum = table.alike(at.unit, at.layer, at.period);
        alikeInAnswer = table.alike(at.sampled, at.x, at.rated, at.resp, at.y, at.contact);
        others = divided && !traces.isOn() ? new ArrayList<>() : null;
    }

    private FrameReader(FrameReader first) {
        at = first.at;
        counts = first.counts.empty();
        mixes = first.mixes.empty();
        persons = new FramePersons(at.places, counts.places);
        traces = first.traces;
        alikeInStratum = first.alikeInStratum;
        alikeInAnswer = first.alikeInAnswer;
        others = null;
    }

    /** Of ratings' traces all of one place must be told by one reader, so then there is no other. */
    @Override
    public @Nullable Consumer<Table.Row> another() {
        if (others == null) {
            return null;
        }
        FrameReader another = new FrameReader(this);
        others.add(another);
        return another;
    }

    /** A reader of the rows of a stratified or two-stage frame. */
    static FrameReader of(Table table) {
        return new FrameReader(table, "", false);
    }

    /** The cells of a frame file. */
    static Cells cells(Path file) {
        return cells(file, "");
    }

    /** The cells of a frame file whose column {@code cluster} says whom a matter was for; empty text for none. */
    static Cells cells(Path file, String cluster) {
        try {
            return cells(file, cluster, true);
        } catch (BadInput somewhere) {
            return cells(file, cluster, false);
        }
    }

    private static Cells cells(Path file, String cluster, boolean divided) {
        FrameReader[] reader = new FrameReader[1];
        Table.read(file, table -> reader[0] = new FrameReader(table, cluster, divided));
        return reader[0].cells();
    }

    /** What was read, checked as a whole. */
    Cells cells() {
        if (others != null) {
            others.forEach(other -> counts.add(other.counts, mixes.numbers(other.mixes)));
        }
        return counts.cells(mixes.list(), mixes.has(), at.contact >= 0, at.kind >= 0, traces);
    }

    @Override
    public void accept(Table.Row row) {
        StratumRows rows = stratum(row);
        check(row, rows);
        int said = said(row);
        int cell = said % DRAWN;
        rows.rows++;
        rows.cells[cell]++;
        rows.usable += said >= USABLE ? 1 : 0;
        PlaceRows place = persons.of(row, row.code(at.unit, units), units);
        place.classes[cell / 6]++;
        if (cell >= 6 && traces.isOn()) {
            traces.rating(row, place.number);
        }
        int mix = mixes.of(row);
        rows.unit.count(mix);
        if (said % USABLE >= DRAWN) {
            rows.sampled++;
            draw(row, rows, place, mix, cell);
        }
    }

    private void draw(Table.Row row, StratumRows rows, PlaceRows place, int mix, int cell) {
        numbers.stratum = rows.number;
        numbers.place = place.number;
        numbers.mix = mix;
        numbers.cell = cell;
        numbers.cluster = at.cluster < 0 ? 0 : row.code(at.cluster, clusters);
        counts.drawn.count(numbers, new DrawnRows.Texts() {
            @Override
            public Stratum stratum() {
                return rows.stratum;
            }

            @Override
            public Place place() {
                return place.place;
            }

            @Override
            public Circumstances circumstances() {
                return mixes.list().get(mix);
            }

            @Override
            public String cluster() {
                return at.cluster < 0 ? "" : row.text(at.cluster);
            }
        });
    }

    private StratumRows stratum(Table.Row row) {
        int known = row.known(alikeInStratum);
        if (known >= 0) {
            return counts.strata.get(known);
        }
        long unitCode = row.code(at.unit, units);
        long layerCode = row.code(at.layer, layers);
        long periodCode = at.period < 0 ? 0 : row.code(at.period, periods);
        int number = strataKeys.of(unitCode << 42 | layerCode << 21 | periodCode);
        if (number == counts.strata.size()) {
            newStratum(row, (int) unitCode);
        }
        row.learn(alikeInStratum, number);
        return counts.strata.get(number);
    }

    private void newStratum(Table.Row row, int unitCode) {
        Stratum stratum = new Stratum(
                at.period < 0 ? "" : notEmpty(row, at.period), notEmpty(row, at.unit), notEmpty(row, at.layer));
        if (unitCode == counts.units.size()) {
            counts.units.add(new UnitRows(
                    stratum.unit(),
                    at.twoStage ? row.whole(at.sections, 1, Integer.MAX_VALUE) : 0,
                    at.twoStage ? row.whole(at.sectionsDrawn, 0, Integer.MAX_VALUE) : 0));
        }
        counts.strata.add(new StratumRows(
                counts.strata.size(),
                stratum,
                counts.units.get(unitCode),
                row.whole(at.matters, 1, Integer.MAX_VALUE),
                row.whole(at.drawn, 0, Integer.MAX_VALUE),
                kind(row)));
    }

    private static String notEmpty(Table.Row row, int column) {
        if (row.isEmpty(column)) {
            throw row.bad(column, "the cell is empty");
        }
        return row.text(column);
    }

    private void check(Table.Row row, StratumRows rows) {
        same(row, at.matters, 1, "N", rows.statedMatters);
        same(row, at.drawn, 0, "n", rows.statedDrawn);
        if (rows.statedDrawn > rows.statedMatters) {
            throw row.bad(
                    at.drawn,
                    at.name("n") + " " + rows.statedDrawn + " is more than " + at.name("N") + " " + rows.statedMatters);
        }
        if (at.twoStage) {
            sameOfUnit(row, at.sections, "M_u", rows.unit.sections);
            sameOfUnit(row, at.sectionsDrawn, "m_u", rows.unit.sectionsDrawn);
        }
        if (at.kind >= 0 && !kind(row).equals(rows.kind)) {
            throw row.bad(at.kind, "the unit is of kind '" + rows.kind + "' above, here '" + kind(row) + "'");
        }
    }

    private void same(Table.Row row, int column, int least, String letter, int above) {
        if (row.whole(column, least, Integer.MAX_VALUE) != above) {
            throw row.bad(
                    column,
                    "the " + (at.twoStage ? "section" : "stratum") + " has " + at.name(letter) + " " + above
                            + " above, here " + row.text(column));
        }
    }

    private void sameOfUnit(Table.Row row, int column, String name, int above) {
        if (row.whole(column, 0, Integer.MAX_VALUE) != above) {
            throw row.bad(column, "the unit has " + name + " " + above + " above, here " + row.text(column));
        }
    }

    private String kind(Table.Row row) {
        return at.kind < 0 ? "" : row.text(at.kind);
    }

    /** Rating class and answer as one cell; more by {@link #DRAWN} when drawn, by {@link #USABLE} with a usable contact. */
    private int said(Table.Row row) {
        int known = row.known(alikeInAnswer);
        if (known >= 0) {
            return known;
        }
        boolean isDrawn = row.whole(at.sampled, 0, 1) == 1;
        int cell = 6 * ratingClass(row) + answer(row, isDrawn);
        int usable = at.contact < 0 ? 0 : row.whole(at.contact, 0, 1);
        int said = cell + (isDrawn ? DRAWN : 0) + USABLE * usable;
        row.learn(alikeInAnswer, said);
        return said;
    }

    private int ratingClass(Table.Row row) {
        int value = row.isEmpty(at.x) ? 0 : row.whole(at.x, 1, 5);
        if (at.rated >= 0 && row.whole(at.rated, 0, 1) == 0 && value > 0) {
            throw row.bad(at.x, "the matter has a rating but 'rated' is 0");
        }
        return value;
    }

    private int answer(Table.Row row, boolean isDrawn) {
        if (row.whole(at.resp, 0, 1) == 0) {
            if (!row.isEmpty(at.y)) {
                throw row.bad(at.y, "the matter has an answer but 'resp' is 0");
            }
            return 0;
        }
        if (!isDrawn) {
            throw row.bad(at.resp, "the matter was interviewed but not drawn");
        }
        return row.whole(at.y, 1, 5);
    }
}
