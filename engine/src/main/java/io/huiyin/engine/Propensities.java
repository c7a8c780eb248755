package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who answers when drawn (回答倾向; METHODS 2.9 a, c): logistic regression of answering on type, channel, complexity, age
 * and rating class, with the draw's weights; then five classes of equal weight by the fitted probability.
 *
 * <p>Maximum likelihood by Newton's method; a level that depends on those before it is left out. Where a level always or
 * never answers, the fit stops at a probability within {@value #EDGE} of 1 or 0. Works on the distinct patterns of
 * circumstances, whose weights are exact sums, so the order of matters changes nothing.
 */
final class Propensities {
    private static final int CLASSES = 5;
    private static final int STEPS = 100;
    private static final double EDGE = 1e-6;
    private static final double SETTLED = 1e-12;

    private final SortedMap<Pattern, Weights> patterns = new TreeMap<>();
    private final Map<Pattern, Integer> classOf = new HashMap<>();
    private final List<Nonresponse.ResponseClass> classes = new ArrayList<>();

    /** What a drawn matter is like before anybody calls. */
    private record Pattern(Circumstances circumstances, int ratingClass) implements Comparable<Pattern> {
        static Pattern of(DrawnMatter matter) {
            return new Pattern(matter.circumstances(), matter.ratingClass());
        }

        @Override
        public int compareTo(Pattern other) {
            for (int i = 0; i < Circumstances.NAMES.size(); i++) {
                int order = CodeOrder.COMPARATOR.compare(circumstances.level(i), other.circumstances.level(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(ratingClass, other.ratingClass);
        }
    }

    /** Weight of the drawn and of those who answered, their number, and the fitted probability. */
    private static final class Weights {
        final ExactSum drawn = new ExactSum();
        final ExactSum answered = new ExactSum();
        long number;
        long answers;
        double fitted;
        int[] columns = {};
    }

    /** Counts drawn matters that are alike, each speaking for {@code weight} matters. */
    void add(DrawnMatter matter, double weight, long number) {
        Weights of = patterns.computeIfAbsent(Pattern.of(matter), p -> new Weights());
        of.drawn.add(weight * number);
        of.number += number;
        if (matter.answer() > 0) {
            of.answered.add(weight * number);
            of.answers += number;
        }
    }

    /** Fits the regression and forms the classes. */
    void fit() {
        int k = columns();
        double[] beta = new double[k];
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[] change = newton(k, beta);
            double likelihood = climb(beta, change, before);
            if (likelihood - before <= SETTLED * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
        }
        group();
    }

    /** Gives every pattern its columns: the constant and, but for the first, each level of each circumstance. */
    private int columns() {
        List<SortedSet<String>> levels = new ArrayList<>();
        for (int i = 0; i <= Circumstances.NAMES.size(); i++) {
            int place = i;
            SortedSet<String> codes = new TreeSet<>(CodeOrder.COMPARATOR);
            patterns.keySet().forEach(p -> codes.add(level(p, place)));
            levels.add(codes);
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            for (String code : levels.get(i).stream().skip(1).toList()) {
                places.put(i + "=" + code, 1 + places.size());
            }
        }
        patterns.forEach((pattern, weights) -> {
            int[] columns = new int[1 + levels.size()];
            int size = 1;
            for (int i = 0; i < levels.size(); i++) {
                Integer place = places.get(i + "=" + level(pattern, i));
                if (place != null) {
                    columns[size++] = place;
                }
            }
            weights.columns = Arrays.copyOf(columns, size);
        });
        return 1 + places.size();
    }

    private static String level(Pattern pattern, int place) {
        return place < Circumstances.NAMES.size()
                ? pattern.circumstances.level(place)
                : Integer.toString(pattern.ratingClass);
    }

    private static double[] newton(Iterable<Weights> patterns, int k) {
        double[][] matrix = new double[k][k];
        double[] right = new double[k];
        for (Weights w : patterns) {
            double spread = w.drawn.value() * w.fitted * (1 - w.fitted);
            double miss = w.answered.value() - w.drawn.value() * w.fitted;
            for (int a : w.columns) {
                right[a] += miss;
                for (int b : w.columns) {
                    matrix[a][b] += spread;
                }
            }
        }
        return new Cholesky(matrix, 1e-9).solve(right);
    }

    private double[] newton(int k, double[] beta) {
        predict(beta);
        return newton(patterns.values(), k);
    }

    private void predict(double[] beta) {
        for (Weights w : patterns.values()) {
            double eta = 0;
            for (int a : w.columns) {
                eta += beta[a];
            }
            w.fitted = Math.clamp(1 / (1 + Math.exp(-eta)), EDGE, 1 - EDGE);
        }
    }

    /** Moves beta by the change, or by as many halves of it as it takes to climb; gives the likelihood there. */
    private double climb(double[] beta, double[] change, double before) {
        double[] from = beta.clone();
        double likelihood = before;
        for (double share = 1; share > 1e-3; share /= 2) {
            for (int a = 0; a < beta.length; a++) {
                beta[a] = from[a] + share * change[a];
            }
            predict(beta);
            likelihood = likelihood();
            if (likelihood >= before) {
                return likelihood;
            }
        }
        System.arraycopy(from, 0, beta, 0, beta.length);
        predict(beta);
        return before;
    }

    private double likelihood() {
        ExactSum sum = new ExactSum();
        for (Weights w : patterns.values()) {
            double answered = w.answered.value();
            sum.add(answered * Math.log(w.fitted));
            sum.add((w.drawn.value() - answered) * Math.log1p(-w.fitted));
        }
        return sum.value();
    }

    /** Quintiles by weight; one in which nobody answered joins the next one below, the lowest the next one above. */
    private void group() {
        List<Map.Entry<Pattern, Weights>> order = new ArrayList<>(patterns.entrySet());
        order.sort(java.util.Comparator.comparingDouble(e -> e.getValue().fitted));
        double all = total();
        double below = 0;
        List<List<Map.Entry<Pattern, Weights>>> groups = new ArrayList<>();
        int last = -1;
        for (Map.Entry<Pattern, Weights> entry : order) {
            double weight = entry.getValue().drawn.value();
            int quintile = Math.min(CLASSES - 1, (int) (CLASSES * (below + weight / 2) / all));
            below += weight;
            if (quintile > last) {
                groups.add(new ArrayList<>());
                last = quintile;
            }
            groups.getLast().add(entry);
        }
        merge(groups).forEach(this::close);
    }

    private static List<List<Map.Entry<Pattern, Weights>>> merge(List<List<Map.Entry<Pattern, Weights>>> groups) {
        List<List<Map.Entry<Pattern, Weights>>> merged = new ArrayList<>();
        List<Map.Entry<Pattern, Weights>> waiting = new ArrayList<>();
        for (List<Map.Entry<Pattern, Weights>> group : groups) {
            boolean answered = group.stream().anyMatch(e -> e.getValue().answers > 0);
            if (answered) {
                waiting.addAll(group);
                merged.add(waiting);
                waiting = new ArrayList<>();
            } else {
                (merged.isEmpty() ? waiting : merged.getLast()).addAll(group);
            }
        }
        return merged;
    }

    private void close(List<Map.Entry<Pattern, Weights>> group) {
        ExactSum drawn = new ExactSum();
        ExactSum answered = new ExactSum();
        ExactSum fitted = new ExactSum();
        long number = 0;
        long answers = 0;
        for (Map.Entry<Pattern, Weights> entry : group) {
            Weights w = entry.getValue();
            drawn.add(w.drawn);
            answered.add(w.answered);
            fitted.add(w.drawn.value() * w.fitted);
            number += w.number;
            answers += w.answers;
            classOf.put(entry.getKey(), classes.size());
        }
        classes.add(new Nonresponse.ResponseClass(
                number, answers, fitted.value() / drawn.value(), drawn.value() / answered.value()));
    }

    private double total() {
        ExactSum all = new ExactSum();
        patterns.values().forEach(w -> all.add(w.drawn));
        return all.value();
    }

    /** The classes, the least likely to answer first. */
    List<Nonresponse.ResponseClass> classes() {
        return classes;
    }

    /** How many of the drawn an answer of such a matter speaks for. */
    double factor(DrawnMatter matter) {
        return classes.get(classOf.getOrDefault(Pattern.of(matter), 0)).factor();
    }

    /** R = 1 - 2 SD of the fitted probabilities over the drawn, with their weights (Schouten, Cobben and Bethlehem 2009). */
    double indicator() {
        double all = total();
        ExactSum mean = new ExactSum();
        patterns.values().forEach(w -> mean.add(w.drawn.value() * w.fitted));
        double centre = mean.value() / all;
        ExactSum squares = new ExactSum();
        patterns.values().forEach(w -> squares.add(w.drawn.value() * (w.fitted - centre) * (w.fitted - centre)));
        return 1 - 2 * Math.sqrt(squares.value() / all);
    }
}
