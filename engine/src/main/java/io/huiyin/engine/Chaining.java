package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The computation of a {@link Chain} from cells. */
final class Chaining {
    private final Map<Place, Sums> places = new HashMap<>();
    private final ClassMeans kappa;
    private final CellValue residual;
    private final double alpha;
    private final boolean assessed;
    private final double spread;

    /** Which codes of a place name a member of a level. */
    private enum Depth {
        UNIT("unit") {
            @Override
            Place cut(Place p) {
                return Place.ofUnit(p.unit());
            }

            @Override
            String code(Place p) {
                return p.unit();
            }
        },
        SECTION("section") {
            @Override
            Place cut(Place p) {
                return new Place(p.unit(), p.section(), "", "");
            }

            @Override
            String code(Place p) {
                return p.section();
            }
        },
        POST("post") {
            @Override
            Place cut(Place p) {
                return new Place(p.unit(), p.section(), p.post(), "");
            }

            @Override
            String code(Place p) {
                return p.post();
            }
        },
        PERSON("person") {
            @Override
            Place cut(Place p) {
                return new Place(p.unit(), p.section(), "", p.person());
            }

            @Override
            String code(Place p) {
                return p.person();
            }
        },
        PERSON_OF_POST("person") {
            @Override
            Place cut(Place p) {
                return p;
            }

            @Override
            String code(Place p) {
                return p.person();
            }
        };

        private final String word;

        Depth(String word) {
            this.word = word;
        }

        abstract Place cut(Place place);

        abstract String code(Place place);
    }

    /** The area above a member; the unit when the one next above is unknown, and nothing above units. */
    @FunctionalInterface
    private interface Parents {
        Chain.@Nullable Area of(int member);
    }

    /** What a member's matters and interviews add up to. */
    private static final class Sums {
        final long[] classes = new long[6];
        long interviews;
        final ExactSum weight = new ExactSum();
        final ExactSum squaredWeight = new ExactSum();
        final ExactSum residuals = new ExactSum();

        void add(Sums other) {
            for (int c = 0; c <= 5; c++) {
                classes[c] += other.classes[c];
            }
            interviews += other.interviews;
            weight.add(other.weight);
            squaredWeight.add(other.squaredWeight);
            residuals.add(other.residuals);
        }
    }

    Chaining(Cells cells, List<Interviewed> interviewed, ClassMeans kappa, CellValue residual, double level) {
        this.kappa = kappa;
        this.residual = residual;
        this.alpha = 1 - level;
        this.assessed = !interviewed.isEmpty();
        this.spread = assessed ? spread(interviewed) : 0;
        count(cells, interviewed);
    }

    /** sum w e^2 / sum w. */
    private double spread(List<Interviewed> interviewed) {
        ExactSum weight = new ExactSum();
        ExactSum squares = new ExactSum();
        for (Interviewed i : interviewed) {
            double e = residual.of(i.matter().ratingClass(), i.matter().answer());
            weight.add(i.weight() * i.count());
            squares.add(i.weight() * i.count() * e * e);
        }
        return squares.value() / weight.value();
    }

    Chain chain(boolean withPosts) {
        List<Depth> depths = withPosts
                ? List.of(Depth.UNIT, Depth.SECTION, Depth.POST, Depth.PERSON_OF_POST)
                : List.of(Depth.UNIT, Depth.SECTION, Depth.PERSON);
        List<Chain.Level> levels = new ArrayList<>();
        Map<Place, Chain.Area> above = Map.of();
        Figure mean = Figure.missing(Reason.NO_INTERVIEW);
        Depth parent = Depth.UNIT;
        for (Depth depth : depths) {
            SortedMap<Place, Sums> members = members(depth);
            Shrinking level = new Shrinking(depth, members);
            if (depth == Depth.UNIT) {
                mean = level.towardsTheirMean();
            } else {
                level.towards(parent, above);
            }
            levels.add(level.level());
            above = new HashMap<>(above);
            for (Chain.Area area : level.areas) {
                above.put(area.place(), area);
            }
            parent = members.isEmpty() ? parent : depth;
        }
        Figure variance = assessed ? Figure.of(spread) : Figure.missing(Reason.NO_INTERVIEW);
        return new Chain(variance, mean, levels);
    }

    private void count(Cells cells, List<Interviewed> interviewed) {
        cells.places().forEach((place, classes) -> {
            Sums sums = places.computeIfAbsent(place, p -> new Sums());
            for (int c = 0; c <= 5; c++) {
                sums.classes[c] += classes[c];
            }
        });
        for (Interviewed i : interviewed) {
            Sums sums = places.get(i.matter().place());
            if (sums != null) {
                double weight = i.weight() * i.count();
                sums.interviews += i.count();
                sums.weight.add(weight);
                sums.squaredWeight.add(i.weight() * weight);
                sums.residuals.add(weight
                        * residual.of(i.matter().ratingClass(), i.matter().answer()));
            }
        }
    }

    private SortedMap<Place, Sums> members(Depth depth) {
        SortedMap<Place, Sums> members = new TreeMap<>(Comparator.comparing(depth::code, CodeOrder.COMPARATOR)
                .thenComparing(Place::unit, CodeOrder.COMPARATOR)
                .thenComparing(Place::section, CodeOrder.COMPARATOR)
                .thenComparing(Place::post, CodeOrder.COMPARATOR));
        Map<Place, Sums> found = new HashMap<>();
        places.forEach((place, sums) -> {
            if (!depth.code(place).isEmpty()) {
                found.computeIfAbsent(depth.cut(place), p -> new Sums()).add(sums);
            }
        });
        members.putAll(found);
        return members;
    }

    /** One level on its way from direct estimates to those drawn towards a target. */
    private final class Shrinking {
        private final Depth depth;
        private final List<Place> own;
        private final long[] interviews;
        private final double[] direct;
        private final double[] psi;
        private final List<Chain.Area> areas = new ArrayList<>();
        private Figure between = Figure.missing(Reason.NO_INTERVIEW);

        Shrinking(Depth depth, SortedMap<Place, Sums> members) {
            this.depth = depth;
            own = List.copyOf(members.keySet());
            interviews = new long[own.size()];
            direct = new double[own.size()];
            psi = new double[own.size()];
            int i = 0;
            for (Sums sums : members.values()) {
                interviews[i] = sums.interviews;
                if (sums.interviews > 0) {
                    estimate(i, sums);
                }
                i++;
            }
        }

        /** direct, and psi = s2e (1 - n/N) sum w^2 / (sum w)^2. */
        private void estimate(int i, Sums sums) {
            ExactSum predicted = new ExactSum();
            long matters = 0;
            for (int c = 0; c <= 5; c++) {
                predicted.add(sums.classes[c] * kappa.of(c));
                matters += sums.classes[c];
            }
            double weight = sums.weight.value();
            direct[i] = predicted.value() / matters + sums.residuals.value() / weight;
            double correction = (double) (matters - sums.interviews) / matters;
            psi[i] = spread * correction * sums.squaredWeight.value() / (weight * weight);
        }

        Figure towardsTheirMean() {
            if (!assessed) {
                borrow(i -> null);
                return Figure.missing(Reason.NO_INTERVIEW);
            }
            RootLevel root = RootLevel.of(assessedOf(direct), assessedOf(psi));
            double[] target = new double[own.size()];
            Arrays.fill(target, root.mean());
            shrink(root.between(), target, i -> null);
            return Figure.of(root.mean());
        }

        void towards(Depth parent, Map<Place, Chain.Area> above) {
            Parents parents = i -> {
                Chain.Area area = above.get(parent.cut(own.get(i)));
                return area == null ? above.get(Place.ofUnit(own.get(i).unit())) : area;
            };
            if (!assessed) {
                borrow(parents);
                return;
            }
            double[] target = new double[own.size()];
            for (int i = 0; i < target.length; i++) {
                Chain.Area area = parents.of(i);
                if (area != null) {
                    target[i] = area.estimate().value();
                }
            }
            shrink(RootLevel.around(assessedOf(direct), assessedOf(target), assessedOf(psi)), target, parents);
        }

        private double[] assessedOf(double[] values) {
            double[] some = new double[values.length];
            int size = 0;
            for (int i = 0; i < values.length; i++) {
                if (interviews[i] > 0) {
                    some[size++] = values[i];
                }
            }
            return Arrays.copyOf(some, size);
        }

        private void borrow(Parents parents) {
            for (int i = 0; i < own.size(); i++) {
                Chain.Area parent = parents.of(i);
                Figure none = Figure.missing(Reason.NO_INTERVIEW);
                areas.add(area(
                        i,
                        none,
                        none,
                        parent == null ? none : parent.estimate(),
                        parent == null ? Interval.missing(Reason.NO_INTERVIEW) : parent.interval()));
            }
        }

        private void shrink(double a, double[] target, Parents parents) {
            between = Figure.of(a);
            RobustInterval robust =
                    RobustInterval.of(assessedOf(direct), assessedOf(target), assessedOf(psi), a, alpha);
            Figure none = Figure.missing(Reason.NOT_ASSESSED);
            for (int i = 0; i < own.size(); i++) {
                if (interviews[i] == 0) {
                    Chain.Area parent = parents.of(i);
                    areas.add(area(
                            i,
                            none,
                            none,
                            Figure.of(target[i]),
                            parent == null ? Interval.missing(Reason.NOT_ASSESSED) : parent.interval()));
                } else {
                    double estimate = psi[i] == 0 ? direct[i] : (a * direct[i] + psi[i] * target[i]) / (a + psi[i]);
                    areas.add(area(
                            i,
                            Figure.of(direct[i]),
                            Figure.of(psi[i]),
                            Figure.of(estimate),
                            Interval.around(estimate, robust.half(psi[i]))));
                }
            }
        }

        private Chain.Area area(int i, Figure theta, Figure variance, Figure estimate, Interval interval) {
            Place place = own.get(i);
            return new Chain.Area(place, depth.code(place), interviews[i], theta, variance, estimate, interval);
        }

        Chain.Level level() {
            return new Chain.Level(depth.word, between, areas);
        }
    }
}
