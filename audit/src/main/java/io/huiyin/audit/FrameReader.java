package io.huiyin.audit;

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
 * numbered as they are met and counted in plain arrays, so that millions of rows take a second.
 */
final class FrameReader implements Consumer<Table.Row> {
    private static final String[] PLACES = {"section", "post", "person"};

    private final Path file;
    private final boolean twoStage;
    private final int unit;
    private final int period;
    private final int layer;
    private final int[] places = new int[PLACES.length];
    private final int[] mix = new int[Circumstances.NAMES.size()];
    private final int rated;
    private final int x;
    private final int matters;
    private final int drawn;
    private final int sections;
    private final int sectionsDrawn;
    private final int sampled;
    private final int resp;
    private final int y;
    private final int kind;
    private final int contact;
    private final int cluster;
    private final TraceRows traces;

    private final Codes units = new Codes();
    private final Codes periods = new Codes();
    private final Codes layers = new Codes();
    private final Codes[] placeCodes = codes(PLACES.length);
    private final Codes[] mixCodes = codes(Circumstances.NAMES.size());
    private final LongTable strataKeys = new LongTable();
    /** Strata of the first units and types, where they are found at once; place 0 is nobody's. */
    private final @Nullable StratumRows[] nearby = new @Nullable StratumRows[1 << 16];

    private final List<StratumRows> strata = new ArrayList<>();
    private final List<UnitRows> unitRows = new ArrayList<>();
    private final LongTable[] placeKeys = {new LongTable(), new LongTable(), new LongTable()};
    private final List<PlaceRows> placeRows = new ArrayList<>();
    private PlaceRows[] byPerson = new PlaceRows[1024];
    private final Codes clusters = new Codes();
    private final DrawnRows drawnRows = new DrawnRows();
    private final DrawnRows.Numbers numbers = new DrawnRows.Numbers();

    /** What the rows of one stratum add up to. */
    private static final class StratumRows {
        final Stratum stratum;
        final UnitRows unit;
        final int number;
        final long[] cells = new long[36];
        final int statedMatters;
        final int statedDrawn;
        final String kind;
        long rows;
        long sampled;
        long usable;

        StratumRows(int number, Stratum stratum, UnitRows unit, int statedMatters, int statedDrawn, String kind) {
            this.number = number;
            this.stratum = stratum;
            this.unit = unit;
            this.statedMatters = statedMatters;
            this.statedDrawn = statedDrawn;
            this.kind = kind;
        }
    }

    /** What the rows of one unit add up to, by circumstance. */
    private static final class UnitRows {
        final String unit;
        final int sections;
        final int sectionsDrawn;
        final long[][] levels = new long[Circumstances.NAMES.size()][16];

        UnitRows(String unit, int sections, int sectionsDrawn) {
            this.unit = unit;
            this.sections = sections;
            this.sectionsDrawn = sectionsDrawn;
        }

        void count(int circumstance, int level) {
            if (level >= levels[circumstance].length) {
                levels[circumstance] = Arrays.copyOf(levels[circumstance], 2 * level);
            }
            levels[circumstance][level]++;
        }
    }

    /** What the rows of one place add up to, by rating class. */
    private static final class PlaceRows {
        final int number;
        final Place place;
        final int unit;
        final int section;
        final int post;
        final long[] classes = new long[6];

        PlaceRows(int number, Place place, int unit, int section, int post) {
            this.number = number;
            this.place = place;
            this.unit = unit;
            this.section = section;
            this.post = post;
        }
    }

    private FrameReader(Table table, String clusterColumn) {
        file = table.file();
        twoStage = !table.has("N_h") && table.has("M_u");
        if (!table.has("matter")) {
            table.column("matter");
        }
        unit = table.column("unit");
        period = twoStage ? -1 : table.optional("period");
        layer = table.column(twoStage ? "section" : "type");
        for (int i = 0; i < places.length; i++) {
            places[i] = table.optional(PLACES[i]);
        }
        for (int i = 0; i < mix.length; i++) {
            mix[i] = table.optional(Circumstances.NAMES.get(i));
        }
        rated = table.optional("rated");
        x = table.column("x");
        matters = table.column(twoStage ? "N_s" : "N_h");
        drawn = table.column(twoStage ? "n_s" : "n_h");
        sections = twoStage ? table.column("M_u") : -1;
        sectionsDrawn = twoStage ? table.column("m_u") : -1;
        sampled = table.column("sampled");
        resp = table.column("resp");
        y = table.column("y");
        kind = table.optional("kind");
        contact = table.optional("contact");
        if (twoStage && !clusterColumn.isEmpty()) {
            throw new BadInput(
                    file,
                    "--cluster is for stratified frames; here sections were drawn first, and errors "
                            + "between sections already allow for whatever matters of one section share");
        }
        traces = TraceRows.of(table);
        cluster = clusterColumn.isEmpty() ? -1 : table.column(clusterColumn);
    }

    private static Codes[] codes(int number) {
        Codes[] codes = new Codes[number];
        Arrays.setAll(codes, i -> new Codes());
        return codes;
    }

    /** A reader of the rows of a stratified or two-stage frame. */
    static FrameReader of(Table table) {
        return new FrameReader(table, "");
    }

    /** The cells of a frame file. */
    static Cells cells(Path file) {
        return cells(file, "");
    }

    /** The cells of a frame file whose column {@code cluster} says whom a matter was for; empty text for none. */
    static Cells cells(Path file, String cluster) {
        FrameReader[] reader = new FrameReader[1];
        Table.read(file, table -> reader[0] = new FrameReader(table, cluster));
        return reader[0].cells();
    }

    @Override
    public void accept(Table.Row row) {
        StratumRows rows = stratum(row);
        check(row, rows);
        boolean isDrawn = row.whole(sampled, 0, 1) == 1;
        int ratingClass = ratingClass(row);
        int answer = answer(row, isDrawn);
        rows.rows++;
        rows.cells[6 * ratingClass + answer]++;
        if (contact >= 0) {
            rows.usable += row.whole(contact, 0, 1);
        }
        PlaceRows place = place(row);
        place.classes[ratingClass]++;
        if (ratingClass > 0 && traces.isOn()) {
            traces.rating(row, place.number);
        }
        for (int i = 0; i < mix.length; i++) {
            if (mix[i] >= 0) {
                rows.unit.count(i, row.code(mix[i], mixCodes[i]));
            }
        }
        if (isDrawn) {
            rows.sampled++;
            draw(row, rows, place, 6 * ratingClass + answer);
        }
    }

    private void draw(Table.Row row, StratumRows rows, PlaceRows place, int cell) {
        numbers.stratum = rows.number;
        numbers.place = place.number;
        for (int i = 0; i < mix.length; i++) {
            numbers.mix[i] = mix[i] < 0 ? 0 : row.code(mix[i], mixCodes[i]);
        }
        numbers.cell = cell;
        numbers.cluster = cluster < 0 ? 0 : row.code(cluster, clusters);
        drawnRows.count(numbers, new DrawnRows.Texts() {
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
                return new Circumstances(mix(row, 0), mix(row, 1), mix(row, 2), mix(row, 3));
            }

            @Override
            public String cluster() {
                return cluster < 0 ? "" : row.text(cluster);
            }
        });
    }

    private String mix(Table.Row row, int circumstance) {
        return mix[circumstance] < 0 ? "" : row.text(mix[circumstance]);
    }

    private StratumRows stratum(Table.Row row) {
        long unitCode = row.code(unit, units);
        long layerCode = row.code(layer, layers);
        long periodCode = period < 0 ? 0 : row.code(period, periods);
        int near = periodCode == 0 && unitCode < 1024 && layerCode < 64 ? (int) (unitCode << 6 | layerCode) : 0;
        StratumRows known = near == 0 ? null : nearby[near];
        return known != null ? known : farther(row, unitCode << 42 | layerCode << 21 | periodCode, near);
    }

    private StratumRows farther(Table.Row row, long key, int near) {
        int number = strataKeys.of(key);
        StratumRows found = number < strata.size() ? strata.get(number) : newStratum(row, (int) (key >> 42));
        nearby[near] = found;
        return found;
    }

    private StratumRows newStratum(Table.Row row, int unitCode) {
        Stratum stratum =
                new Stratum(period < 0 ? "" : notEmpty(row, period), notEmpty(row, unit), notEmpty(row, layer));
        if (unitCode == unitRows.size()) {
            unitRows.add(new UnitRows(
                    stratum.unit(),
                    twoStage ? row.whole(sections, 1, Integer.MAX_VALUE) : 0,
                    twoStage ? row.whole(sectionsDrawn, 0, Integer.MAX_VALUE) : 0));
        }
        StratumRows rows = new StratumRows(
                strata.size(),
                stratum,
                unitRows.get(unitCode),
                row.whole(matters, 1, Integer.MAX_VALUE),
                row.whole(drawn, 0, Integer.MAX_VALUE),
                kind(row));
        strata.add(rows);
        return rows;
    }

    private static String notEmpty(Table.Row row, int column) {
        if (row.isEmpty(column)) {
            throw row.bad(column, "the cell is empty");
        }
        return row.text(column);
    }

    /** The row's place; a person nearly always stands in one place, so that is looked at first. */
    private PlaceRows place(Table.Row row) {
        int unitCode = row.code(unit, units);
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
        if (number == placeRows.size()) {
            Place place = new Place(units.code(unitCode), name(0, section), name(1, post), name(2, person));
            placeRows.add(new PlaceRows(number, place, unitCode, section, post));
        }
        byPerson[person] = placeRows.get(number);
        return byPerson[person];
    }

    private int placeCode(Table.Row row, int depth) {
        return places[depth] < 0 ? 0 : row.code(places[depth], placeCodes[depth]);
    }

    private String name(int depth, int number) {
        return places[depth] < 0 ? "" : placeCodes[depth].code(number);
    }

    private void check(Table.Row row, StratumRows rows) {
        same(row, matters, 1, "N", rows.statedMatters);
        same(row, drawn, 0, "n", rows.statedDrawn);
        if (rows.statedDrawn > rows.statedMatters) {
            throw row.bad(
                    drawn,
                    name("n") + " " + rows.statedDrawn + " is more than " + name("N") + " " + rows.statedMatters);
        }
        if (twoStage) {
            sameOfUnit(row, sections, "M_u", rows.unit.sections);
            sameOfUnit(row, sectionsDrawn, "m_u", rows.unit.sectionsDrawn);
        }
        if (kind >= 0 && !kind(row).equals(rows.kind)) {
            throw row.bad(kind, "the unit is of kind '" + rows.kind + "' above, here '" + kind(row) + "'");
        }
    }

    private void same(Table.Row row, int column, int least, String letter, int above) {
        if (row.whole(column, least, Integer.MAX_VALUE) != above) {
            throw row.bad(
                    column,
                    "the " + (twoStage ? "section" : "stratum") + " has " + name(letter) + " " + above + " above, here "
                            + row.text(column));
        }
    }

    private void sameOfUnit(Table.Row row, int column, String name, int above) {
        if (row.whole(column, 0, Integer.MAX_VALUE) != above) {
            throw row.bad(column, "the unit has " + name + " " + above + " above, here " + row.text(column));
        }
    }

    private String name(String letter) {
        return letter + (twoStage ? "_s" : "_h");
    }

    private String kind(Table.Row row) {
        return kind < 0 ? "" : row.text(kind);
    }

    private int ratingClass(Table.Row row) {
        int value = row.isEmpty(x) ? 0 : row.whole(x, 1, 5);
        if (rated >= 0 && row.whole(rated, 0, 1) == 0 && value > 0) {
            throw row.bad(x, "the matter has a rating but 'rated' is 0");
        }
        return value;
    }

    private int answer(Table.Row row, boolean isDrawn) {
        if (row.whole(resp, 0, 1) == 0) {
            if (!row.isEmpty(y)) {
                throw row.bad(y, "the matter has an answer but 'resp' is 0");
            }
            return 0;
        }
        if (!isDrawn) {
            throw row.bad(resp, "the matter was interviewed but not drawn");
        }
        return row.whole(y, 1, 5);
    }

    /** What was read, checked as a whole. */
    Cells cells() {
        if (strata.isEmpty()) {
            throw new BadInput(file, "there is no row below the header");
        }
        Cells cells = new Cells();
        Map<UnitRows, int[]> sectionsFound = new HashMap<>();
        for (StratumRows rows : strata) {
            check(rows.stratum, name("N"), rows.statedMatters, rows.rows, "rows");
            check(rows.stratum, name("n"), rows.statedDrawn, rows.sampled, "drawn rows");
            int[] found = sectionsFound.computeIfAbsent(rows.unit, u -> new int[2]);
            found[0]++;
            found[1] += rows.sampled > 0 ? 1 : 0;
            add(cells, rows);
        }
        if (twoStage) {
            sectionsFound.forEach((rows, found) -> sections(cells, rows, found));
        }
        for (UnitRows rows : unitRows) {
            circumstances(cells, rows);
        }
        for (PlaceRows rows : placeRows) {
            for (int c = 0; c <= 5; c++) {
                cells.place(rows.place, c, rows.classes[c]);
            }
            if (traces.isOn()) {
                cells.traces(rows.place, traces.of(rows.number));
            }
        }
        drawnRows.into(cells);
        return cells;
    }

    private void sections(Cells cells, UnitRows rows, int[] found) {
        if (rows.sections != found[0] || rows.sectionsDrawn != found[1]) {
            throw new BadInput(
                    file,
                    "columns M_u, m_u: unit " + rows.unit + " says " + rows.sectionsDrawn + " sections drawn of "
                            + rows.sections + ", the file has " + found[1] + " of " + found[0] + "; is it whole?");
        }
        cells.sections(rows.unit, rows.sections, rows.sectionsDrawn);
    }

    private void circumstances(Cells cells, UnitRows rows) {
        for (int i = 0; i < mix.length; i++) {
            if (mix[i] >= 0) {
                for (int level = 0; level < rows.levels[i].length; level++) {
                    if (rows.levels[i][level] > 0) {
                        cells.circumstance(rows.unit, i, mixCodes[i].code(level), rows.levels[i][level]);
                    }
                }
            }
        }
    }

    private void check(Stratum stratum, String column, long stated, long found, String what) {
        if (stated != found) {
            throw new BadInput(
                    file,
                    "column " + column + ": " + name(stratum) + " says " + stated + ", the file has " + found + " "
                            + what + "; is it whole?");
        }
    }

    private String name(Stratum stratum) {
        return twoStage ? "unit " + stratum.unit() + ", section " + stratum.type() : stratum.toString();
    }

    private void add(Cells cells, StratumRows rows) {
        Stratum stratum = rows.stratum;
        for (int cell = 0; cell < rows.cells.length; cell++) {
            if (rows.cells[cell] > 0) {
                cells.count(stratum, cell / 6, cell % 6, rows.cells[cell]);
            }
        }
        cells.drawn(stratum, rows.sampled);
        if (contact >= 0) {
            cells.contacts(stratum.unit(), rows.rows, rows.usable);
        }
        if (kind >= 0) {
            try {
                cells.kind(stratum.unit(), rows.kind);
            } catch (IllegalArgumentException e) {
                throw new BadInput(file, "column kind: " + e.getMessage());
            }
        }
    }
}
