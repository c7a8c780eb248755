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
import java.util.Objects;

/** What the rows of a frame add up to, and the checks of the file as a whole. */
final class FrameCounts {
    private final Path file;
    private final boolean twoStage;
    final List<StratumRows> strata = new ArrayList<>();
    final List<UnitRows> units = new ArrayList<>();
    final List<PlaceRows> places = new ArrayList<>();
    final DrawnRows drawn = new DrawnRows();
    private final List<DrawnRows> drawnBeside = new ArrayList<>();

    FrameCounts(Path file, boolean twoStage) {
        this.file = file;
        this.twoStage = twoStage;
    }

    /** For other rows of the same file. */
    FrameCounts empty() {
        return new FrameCounts(file, twoStage);
    }

    /**
     * Adds what other rows of the same file add up to.
     *
     * @param mixNumbers here, of their circumstances
     */
    void add(FrameCounts other, int[] mixNumbers) {
        Map<String, UnitRows> unitsHere = new HashMap<>();
        units.forEach(rows -> unitsHere.put(rows.unit, rows));
        for (UnitRows theirs : other.units) {
            UnitRows ours = unitsHere.computeIfAbsent(theirs.unit, unit -> theirs.empty(units));
            agree(ours.sections == theirs.sections && ours.sectionsDrawn == theirs.sectionsDrawn);
            for (int mix = 0; mix < Math.min(mixNumbers.length, theirs.mixes.length); mix++) {
                ours.count(mixNumbers[mix], theirs.mixes[mix]);
            }
        }
        Map<Stratum, StratumRows> strataHere = new HashMap<>();
        strata.forEach(rows -> strataHere.put(rows.stratum, rows));
        for (StratumRows theirs : other.strata) {
            StratumRows ours = strataHere.computeIfAbsent(
                    theirs.stratum, s -> theirs.empty(strata, Objects.requireNonNull(unitsHere.get(theirs.unit.unit))));
            agree(ours.statedMatters == theirs.statedMatters
                    && ours.statedDrawn == theirs.statedDrawn
                    && ours.kind.equals(theirs.kind));
            ours.add(theirs);
        }
        Map<Place, PlaceRows> placesHere = new HashMap<>();
        places.forEach(rows -> placesHere.put(rows.place, rows));
        for (PlaceRows theirs : other.places) {
            PlaceRows ours = placesHere.computeIfAbsent(theirs.place, place -> theirs.empty(places));
            for (int c = 0; c < ours.classes.length; c++) {
                ours.classes[c] += theirs.classes[c];
            }
        }
        drawnBeside.add(other.drawn);
    }

    private void agree(boolean alike) {
        if (!alike) {
            throw new BadInput(file, "rows of one stratum state different numbers");
        }
    }

    /** What the rows of one stratum add up to. */
    static final class StratumRows {
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

        private StratumRows empty(List<StratumRows> into, UnitRows unitThere) {
            into.add(new StratumRows(into.size(), stratum, unitThere, statedMatters, statedDrawn, kind));
            return into.getLast();
        }

        private void add(StratumRows other) {
            rows += other.rows;
            sampled += other.sampled;
            usable += other.usable;
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] += other.cells[cell];
            }
        }
    }

    /** What the rows of one unit add up to, by the circumstances they have together. */
    static final class UnitRows {
        final String unit;
        final int sections;
        final int sectionsDrawn;
        long[] mixes = new long[64];

        UnitRows(String unit, int sections, int sectionsDrawn) {
            this.unit = unit;
            this.sections = sections;
            this.sectionsDrawn = sectionsDrawn;
        }

        void count(int mix) {
            count(mix, 1);
        }

        private void count(int mix, long matters) {
            if (mix >= mixes.length) {
                mixes = Arrays.copyOf(mixes, 2 * mix);
            }
            mixes[mix] += matters;
        }

        private UnitRows empty(List<UnitRows> into) {
            into.add(new UnitRows(unit, sections, sectionsDrawn));
            return into.getLast();
        }
    }

    /** What the rows of one place add up to, by rating class. */
    static final class PlaceRows {
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

        private PlaceRows empty(List<PlaceRows> into) {
            into.add(new PlaceRows(into.size(), place, unit, section, post));
            return into.getLast();
        }
    }

    /**
     * All of it as cells, checked as a whole.
     *
     * @param mixes circumstances by their number, as codes
     * @param has which circumstances the frame has
     */
    Cells cells(List<Circumstances> mixes, boolean[] has, boolean contacts, boolean kinds, TraceRows traces) {
        if (strata.isEmpty()) {
            throw new BadInput(file, "there is no row below the header");
        }
        Cells cells = new Cells();
        Map<UnitRows, int[]> sectionsFound = new HashMap<>();
        for (StratumRows rows : strata) {
            check(rows.stratum, twoStage ? "N_s" : "N_h", rows.statedMatters, rows.rows, "rows");
            check(rows.stratum, twoStage ? "n_s" : "n_h", rows.statedDrawn, rows.sampled, "drawn rows");
            int[] found = sectionsFound.computeIfAbsent(rows.unit, u -> new int[2]);
            found[0]++;
            found[1] += rows.sampled > 0 ? 1 : 0;
            add(cells, rows, contacts, kinds);
        }
        if (twoStage) {
            sectionsFound.forEach((rows, found) -> sections(cells, rows, found));
        }
        units.forEach(rows -> circumstances(cells, rows, mixes, has));
        for (PlaceRows rows : places) {
            for (int c = 0; c <= 5; c++) {
                cells.place(rows.place, c, rows.classes[c]);
            }
            if (traces.isOn()) {
                cells.traces(rows.place, traces.of(rows.number));
            }
        }
        drawn.into(cells);
        drawnBeside.forEach(rows -> rows.into(cells));
        return cells;
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

    private void add(Cells cells, StratumRows rows, boolean contacts, boolean kinds) {
        Stratum stratum = rows.stratum;
        for (int cell = 0; cell < rows.cells.length; cell++) {
            if (rows.cells[cell] > 0) {
                cells.count(stratum, cell / 6, cell % 6, rows.cells[cell]);
            }
        }
        cells.drawn(stratum, rows.sampled);
        if (contacts) {
            cells.contacts(stratum.unit(), rows.rows, rows.usable);
        }
        if (kinds) {
            try {
                cells.kind(stratum.unit(), rows.kind);
            } catch (IllegalArgumentException e) {
                throw new BadInput(file, "column kind: " + e.getMessage());
            }
        }
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

    private static void circumstances(Cells cells, UnitRows rows, List<Circumstances> mixes, boolean[] has) {
        for (int i = 0; i < has.length; i++) {
            Map<String, Long> levels = new HashMap<>();
            for (int mix = 0; has[i] && mix < Math.min(mixes.size(), rows.mixes.length); mix++) {
                if (rows.mixes[mix] > 0) {
                    levels.merge(mixes.get(mix).level(i), rows.mixes[mix], Long::sum);
                }
            }
            int circumstance = i;
            levels.forEach((code, matters) -> cells.circumstance(rows.unit, circumstance, code, matters));
        }
    }
}
