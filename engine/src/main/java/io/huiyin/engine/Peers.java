package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares every unit with the mean of its kind.
 *
 * <p>Mean and comparison (Holm's family) rest on all units of the kind that have an interval, except those whose
 * contacts are missing; a flag stands only for a unit with status OK. Kinds with fewer than two such units are not
 * compared.
 */
record Peers(List<UnitResult> units, List<PeerGroup> groups, List<Standing> standings, List<Figure> tipping) {

    static Peers compare(List<UnitResult> units, Comparison comparison) {
        return comparison.of(units);
    }

    /** One comparison under way. */
    static final class Comparison {
        private final Scheme scheme;
        private final Options options;
        private final boolean adjusted;
        private final Optional<CaseMixErrors> errors;
        private final Map<String, UnitResult> flagged = new HashMap<>();
        private final Map<String, Standing> standings = new HashMap<>();
        private final Map<String, Figure> tipping = new HashMap<>();

        /** A comparison of adjusted scores or plain ones; the former allow for the adjustment's errors, if they are given. */
        Comparison(Scheme scheme, Options options, boolean adjusted, Optional<CaseMixErrors> errors) {
            this.errors = adjusted ? errors : Optional.empty();
            this.scheme = scheme;
            this.options = options;
            this.adjusted = adjusted;
        }

        Peers of(List<UnitResult> units) {
            SortedMap<String, List<UnitResult>> kinds = new TreeMap<>(CodeOrder.COMPARATOR);
            units.forEach(
                    u -> kinds.computeIfAbsent(u.kind(), k -> new ArrayList<>()).add(u));
            List<PeerGroup> groups = new ArrayList<>();
            kinds.forEach((kind, members) -> groups.add(group(kind, members)));
            return new Peers(
                    units.stream().map(u -> flagged.getOrDefault(u.unit(), u)).toList(),
                    groups,
                    units.stream()
                            .map(u -> standings.getOrDefault(u.unit(), Standing.missing(reason(u))))
                            .toList(),
                    units.stream()
                            .map(u -> tipping.getOrDefault(u.unit(), Figure.missing(Reason.NOT_FLAGGED)))
                            .toList());
        }

        private Reason reason(UnitResult unit) {
            if (unit.status() == Status.CONTACTS_MISSING) {
                return Reason.CONTACTS_MISSING;
            }
            return unit.comparedError() instanceof Figure.Missing missing ? missing.reason() : Reason.NO_PEERS;
        }

        private PeerGroup group(String kind, List<UnitResult> members) {
            List<UnitResult> known = members.stream()
                    .filter(u -> u.status() != Status.CONTACTS_MISSING
                            && u.comparedError().isKnown())
                    .toList();
            if (known.size() < 2) {
                Figure none = Figure.missing(Reason.NO_PEERS);
                return new PeerGroup(kind, none, none, known.size(), 0);
            }
            double[] scores = known.stream().mapToDouble(this::score).toArray();
            double[] own = known.stream()
                    .mapToDouble(u -> withCaseMix(u, u.comparedError()))
                    .toArray();
            double[] variances = java.util.Arrays.stream(own).map(e -> e * e).toArray();
            RootLevel root = RootLevel.of(scores, variances);
            List<Standing> places = Ranking.of(contest(known), moderated(known), root, scheme, options);
            for (int i = 0; i < places.size(); i++) {
                standings.put(known.get(i).unit(), places.get(i));
            }
            flag(known, root.mean());
            return new PeerGroup(kind, Figure.of(root.mean()), Figure.of(root.between()), root.units(), known.size());
        }

        private void flag(List<UnitResult> family, double mean) {
            List<Flag> flags = flags(family, mean);
            List<Flag> shifted = standing(family, mean, scheme.delta());
            for (int i = 0; i < family.size(); i++) {
                UnitResult unit = family.get(i);
                boolean stands = shifted.get(i) == flags.get(i) && isOutside(unit, mean, scheme.delta());
                flagged.put(
                        unit.unit(), unit.withFlags(flags.get(i), stands ? flags.get(i) : Flag.NOT_DISTINGUISHABLE));
                if (flags.get(i) != Flag.NOT_DISTINGUISHABLE) {
                    tipping.put(unit.unit(), tipping(family, i, mean));
                }
            }
        }

        /** Does the mean lie outside both intervals that allow for the silent, the moderated and the published one? */
        private boolean isOutside(UnitResult unit, double mean, double delta) {
            // the interval of the silent lies around D: the mean is moved to it rather than the other way round
            double moved = mean + (unit.score().value().value() - score(unit));
            double widened = (1 - unit.response().value()) * delta;
            return !unit.interval().widened(widened).contains(moved)
                    && !unit.published().widened(widened).contains(moved);
        }

        /** The least shift of the silent at which the flag of one unit no longer stands, to a hundredth of a point. */
        private Figure tipping(List<UnitResult> family, int place, double mean) {
            UnitResult unit = family.get(place);
            if (unit.response().value() == 1) {
                return Figure.missing(Reason.ALL_ANSWERED);
            }
            int low = -1;
            int high = (int) (100 * (scheme.most() - scheme.least()));
            if (stands(family, place, mean, high / 100.0)) {
                return Figure.missing(Reason.NEVER);
            }
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (stands(family, place, mean, middle / 100.0)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Figure.of(high / 100.0);
        }

        private boolean stands(List<UnitResult> family, int place, double mean, double delta) {
            return isOutside(family.get(place), mean, delta)
                    && standing(family, mean, delta).get(place) != Flag.NOT_DISTINGUISHABLE;
        }

        /** As the references have them: their error, the normal distribution. */
        private List<Flag> flags(List<UnitResult> family, double mean) {
            List<PeerTest.Contender> contenders = family.stream()
                    .map(u -> new PeerTest.Contender(
                            score(u), withCaseMix(u, u.comparedError()), Double.POSITIVE_INFINITY, 0))
                    .toList();
            return PeerTest.flags(contenders, mean, scheme.level());
        }

        /** What holds with few interviews and in spite of the silent: the moderated error, Student's distribution. */
        private List<Flag> standing(List<UnitResult> family, double mean, double delta) {
            List<PeerTest.Contender> contenders = family.stream()
                    .map(u -> new PeerTest.Contender(
                            score(u),
                            withCaseMix(u, u.scoreError()),
                            freedom(u),
                            (1 - u.response().value()) * delta))
                    .toList();
            return PeerTest.flags(contenders, mean, scheme.level());
        }

        private double score(UnitResult unit) {
            return adjusted ? unit.adjusted().value() : unit.score().value().value();
        }

        private double[] loading(UnitResult unit) {
            return errors.map(e -> e.loading(unit.unit())).orElse(new double[0]);
        }

        private double withCaseMix(UnitResult unit, Figure error) {
            double own = error.value();
            return errors.isEmpty() ? own : Math.sqrt(own * own + CaseMixErrors.length(loading(unit)));
        }

        /** The case mix's error, which rests on the whole county, counts as certain. */
        private double freedom(UnitResult unit) {
            double own = unit.scoreError().value();
            double all = withCaseMix(unit, unit.scoreError());
            return own == 0 ? Double.POSITIVE_INFINITY : unit.errorDf() * Math.pow(all / own, 4);
        }

        private Ranking.Contest contest(List<UnitResult> family) {
            Ranking.Contest certain = Ranking.Contest.certain(
                    family.stream().mapToDouble(this::score).toArray(),
                    family.stream().mapToDouble(u -> u.comparedError().value()).toArray());
            return certain.with(family.stream().map(this::loading).toArray(double[][]::new));
        }

        private Ranking.Contest moderated(List<UnitResult> family) {
            return new Ranking.Contest(
                    family.stream().mapToDouble(this::score).toArray(),
                    family.stream().mapToDouble(u -> u.scoreError().value()).toArray(),
                    family.stream().mapToDouble(UnitResult::errorDf).toArray(),
                    family.stream().map(this::loading).toArray(double[][]::new));
        }
    }
}
