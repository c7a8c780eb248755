package io.huiyin.bench;

import io.huiyin.engine.Cells;
import io.huiyin.engine.Circumstances;
import io.huiyin.engine.DrawnMatter;
import io.huiyin.engine.Place;
import io.huiyin.engine.Stratum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws matters of a population and interviews them, again and again. */
final class Fieldwork {
    private static final Circumstances NONE = new Circumstances("", "", "", "");

    private final Population year;
    private final double rate;
    private final double sectionRate;
    private final boolean clusters;
    private final List<int[]> groups;

    private Fieldwork(Population year, double rate, double sectionRate, boolean clusters) {
        this.year = year;
        this.rate = rate;
        this.sectionRate = sectionRate;
        this.clusters = clusters;
        groups = year.groups(sectionRate > 0 ? year.section : year.type);
    }

    /** A share of every stratum unit by type, at least 2 matters each. */
    static Fieldwork stratified(Population year, double rate) {
        return new Fieldwork(year, rate, 0, false);
    }

    /** The same, telling whom each drawn matter was for. */
    Fieldwork withClusters() {
        return new Fieldwork(year, rate, sectionRate, true);
    }

    /** A share of the sections of every unit, rounded up, and in them a share of the matters, at least 2. */
    static Fieldwork twoStage(Population year, double sectionRate, double rate) {
        return new Fieldwork(year, rate, sectionRate, false);
    }

    /** One draw of which those interviews come about for which {@code answers} holds. */
    Cells draw(UniformRandomProvider rng, IntPredicate answers) {
        Cells cells = new Cells();
        Map<Integer, int[]> sections = new HashMap<>();
        boolean[] chosen = sectionRate > 0 ? sections(rng, cells, sections) : new boolean[0];
        for (int g = 0; g < groups.size(); g++) {
            int[] group = groups.get(g);
            int wanted = Math.max(2, (int) Math.round(rate * group.length));
            group(cells, group, sectionRate > 0 && !chosen[g] ? 0 : Math.min(group.length, wanted), rng, answers);
        }
        return cells;
    }

    private boolean[] sections(UniformRandomProvider rng, Cells cells, Map<Integer, int[]> byUnit) {
        boolean[] chosen = new boolean[groups.size()];
        for (int g = 0; g < chosen.length; g++) {
            int unit = year.unit[groups.get(g)[0]];
            byUnit.merge(unit, new int[] {g, g}, (a, b) -> new int[] {a[0], b[1]});
        }
        byUnit.forEach((unit, range) -> {
            int all = range[1] - range[0] + 1;
            int drawn = (int) Math.ceil(sectionRate * all);
            for (int left = all, need = drawn, g = range[0]; g <= range[1]; g++, left--) {
                chosen[g] = rng.nextInt(left) < need;
                need -= chosen[g] ? 1 : 0;
            }
            cells.sections(name(unit), all, drawn);
        });
        return chosen;
    }

    private void group(Cells cells, int[] group, int drawn, UniformRandomProvider rng, IntPredicate answers) {
        int first = group[0];
        int layer = sectionRate > 0 ? year.section[first] : year.type[first];
        Stratum stratum = Stratum.of(name(year.unit[first]), name(layer));
        Place place = Place.ofUnit(stratum.unit());
        long[] cell = new long[36];
        for (int i = 0; i < group.length; i++) {
            int other = i < drawn ? i + rng.nextInt(group.length - i) : i;
            int matter = group[other];
            group[other] = group[i];
            group[i] = matter;
            int answer = i < drawn && answers.test(matter) ? year.answer[matter] : 0;
            cell[6 * year.rating[matter] + answer]++;
            if (i < drawn) {
                String cluster = clusters ? name(year.recipient[matter]) : "";
                cells.detail(new DrawnMatter(stratum, place, NONE, year.rating[matter], answer, cluster), 1);
            }
        }
        for (int i = 0; i < cell.length; i++) {
            if (cell[i] > 0) {
                cells.count(stratum, i / 6, i % 6, cell[i]);
                cells.place(place, i / 6, cell[i]);
            }
        }
        cells.drawn(stratum, drawn);
    }

    private static String name(int number) {
        return Integer.toString(1 + number);
    }
}
