package io.huiyin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One year's matters of a made-up county, with the answer that everybody would give. */
final class Population {
    int[] unit;
    int[] section;
    int[] type;
    int[] recipient;
    int[] rating;
    int[] answer;

    Population(int matters) {
        unit = new int[matters];
        section = new int[matters];
        type = new int[matters];
        recipient = new int[matters];
        rating = new int[matters];
        answer = new int[matters];
    }

    void cut(int matters) {
        unit = Arrays.copyOf(unit, matters);
        section = Arrays.copyOf(section, matters);
        type = Arrays.copyOf(type, matters);
        recipient = Arrays.copyOf(recipient, matters);
        rating = Arrays.copyOf(rating, matters);
        answer = Arrays.copyOf(answer, matters);
    }

    int size() {
        return unit.length;
    }

    /** The true score of every unit: the mean over all its matters, in points. */
    double[] truth() {
        long[] points = new long[County.UNITS];
        long[] matters = new long[County.UNITS];
        for (int i = 0; i < size(); i++) {
            points[unit[i]] += 25L * (answer[i] - 1);
            matters[unit[i]]++;
        }
        double[] truth = new double[County.UNITS];
        Arrays.setAll(truth, u -> (double) points[u] / matters[u]);
        return truth;
    }

    /** Matters by unit and type, or by unit and section. */
    List<int[]> groups(int[] within) {
        Map<Long, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            groups.computeIfAbsent((long) unit[i] << 32 | within[i], g -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Recipients, counted. */
    int recipients() {
        return 1 + Arrays.stream(recipient).max().orElse(-1);
    }
}
