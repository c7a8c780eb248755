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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final TraceRows traces;
    /** Columns of which equal rows are of one stratum, of one mix of circumstances, say the same of rating and answer. */
    private final int alikeInStratum;

    private final int alikeInMix;
    private final int alikeInAnswer;

    private final Codes units = new Codes();
    private final Codes periods = new Codes();
    private final Codes layers = new Codes();
    private final Codes[] placeCodes = codes(3);
    private final Codes[] mixCodes = codes(Circumstances.NAMES.size());
    private final LongTable strataKeys = new LongTable();
    private final LongTable[] mixKeys = {new LongTable(), new LongTable(), new LongTable()};
    private final List<Circumstances> mixes = new ArrayList<>();
    private final LongTable[] placeKeys = {new LongTable(), new LongTable(), new LongTable()};
    private PlaceRows[] byPerson = new PlaceRows[1024];
    private final Codes clusters = new Codes();
    private final DrawnRows.Numbers numbers = new DrawnRows.Numbers();

    /** Readers of other rows of the same file; null: this one reads all rows in their order, so that a fault names its row. */
    private final @Nullable List<FrameReader> others;

    private FrameReader(Table table, String clusterColumn, boolean divided) {
        at = new FramePlaces(table, clusterColumn);
        counts = new FrameCounts(table.file(), at.twoStage);
        traces = TraceRows.of(table);
        alikeInStratum = table.alike(at.unit, at.layer, at.period);
        alikeInMix = table.alike(at.mix);
        alikeInAnswer = table.alike(at.sampled, at.x, at.rated, at.resp, at.y, at.contact);
        others = divided && !traces.isOn() ? new ArrayList<>() : null;
    }

    private FrameReader(FrameReader first) {
        at = first.at;
        counts = first.counts.empty();
        traces = first.traces;
        alikeInStratum = first.alikeInStratum;
        alikeInMix = first.alikeInMix;
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

    private static Codes[] codes(int number) {
        Codes[] codes = new Codes[number];
        Arrays.setAll(codes, i -> new Codes());
        return codes;
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
            others.forEach(other -> counts.add(other.counts, numbers(other.mixes)));
        }
        boolean[] has = new boolean[at.mix.length];
        for (int i = 0; i < has.length; i++) {
            has[i] = at.mix[i] >= 0;
        }
        return counts.cells(mixes, has, at.contact >= 0, at.kind >= 0, traces);
    }

    /** The numbers that another reader's circumstances have here. */
    private int[] numbers(List<Circumstances> theirs) {
        Map<Circumstances, Integer> known = new HashMap<>();
        mixes.forEach(one -> known.put(one, known.size()));
        int[] numbers = new int[theirs.size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer number = known.putIfAbsent(theirs.get(i), known.size());
            if (number == null) {
                mixes.add(theirs.get(i));
            }
            numbers[i] = number == null ? mixes.size() - 1 : number;
        }
        return numbers;
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
        PlaceRows place = place(row);
        place.classes[cell / 6]++;
        if (cell >= 6 && traces.isOn()) {
            traces.rating(row, place.number);
        }
        int mix = mix(row);
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
                return mixes.get(mix);
            }

            @Override
            public String cluster() {
                return at.cluster < 0 ? "" : row.text(at.cluster);
            }
        });
    }

    /** The number of the row's circumstances. */
    private int mix(Table.Row row) {
        int known = row.known(alikeInMix);
        if (known >= 0) {
            return known;
        }
        long key = level(row, 0);
        for (int i = 0; i < mixKeys.length; i++) {
            key = mixKeys[i].of(key << 32 | level(row, i + 1));
        }
        if (key == mixes.size()) {
            mixes.add(new Circumstances(mix(row, 0), mix(row, 1), mix(row, 2), mix(row, 3)));
        }
        row.learn(alikeInMix, (int) key);
        return (int) key;
    }

    private int level(Table.Row row, int circumstance) {
        return at.mix[circumstance] < 0 ? 0 : row.code(at.mix[circumstance], mixCodes[circumstance]);
    }

    private String mix(Table.Row row, int circumstance) {
        return at.mix[circumstance] < 0 ? "" : row.text(at.mix[circumstance]);
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

    /** The row's place; a person nearly always stands in one place, so that is looked at first. */
    private PlaceRows place(Table.Row row) {
        int unitCode = row.code(at.unit, units);
        int section = placeCode(row, 0);
        int post = placeCode(row, 1);
        int person = placeCode(row, 2);
        if (person >= byPerson.length) {
            byPerson = Arrays.copyOf(byPerson, Math.max(person + 1, 2 * byPerson.length));
        }
        PlaceRows usual = byPerson[person];
        if (usual != null && usual.unit == unitCode && usual.section == section && usual.post == post) {
            return usual;
        }
        long inUnit = placeKeys[0].of((long) unitCode << 32 | section);
        long inSection = placeKeys[1].of(inUnit << 32 | post);
        int number = placeKeys[2].of(inSection << 32 | person);
        if (number == counts.places.size()) {
            Place place = new Place(units.code(unitCode), name(0, section), name(1, post), name(2, person));
            counts.places.add(new PlaceRows(number, place, unitCode, section, post));
        }
        byPerson[person] = counts.places.get(number);
        return byPerson[person];
    }

    private int placeCode(Table.Row row, int depth) {
        return at.places[depth] < 0 ? 0 : row.code(at.places[depth], placeCodes[depth]);
    }

    private String name(int depth, int number) {
        return at.places[depth] < 0 ? "" : placeCodes[depth].code(number);
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
