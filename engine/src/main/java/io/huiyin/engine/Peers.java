package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares every unit with the mean of its kind.
 *
 * <p>The mean rests on all units of the kind that have an interval, except those whose contacts are missing; the
 * comparison (Holm's family) on those with status OK. A unit with too few interviews cannot be told apart. Kinds with
 * fewer than two such units are not compared.
 */
record Peers(List<UnitResult> units, List<PeerGroup> groups) {

    static Peers compare(List<UnitResult> units, Scheme scheme) {
        SortedMap<String, List<UnitResult>> kinds = new TreeMap<>(CodeOrder.COMPARATOR);
        units.forEach(
                u -> kinds.computeIfAbsent(u.kind(), k -> new ArrayList<>()).add(u));
        Map<String, UnitResult> flagged = new HashMap<>();
        List<PeerGroup> groups = new ArrayList<>();
        kinds.forEach((kind, members) -> groups.add(group(kind, members, scheme, flagged)));
        return new Peers(
                units.stream().map(u -> flagged.getOrDefault(u.unit(), u)).toList(), groups);
    }

    private static PeerGroup group(
            String kind, List<UnitResult> members, Scheme scheme, Map<String, UnitResult> flagged) {
        List<UnitResult> known = members.stream()
                .filter(u ->
                        u.status() != Status.CONTACTS_MISSING && u.scoreError().isKnown())
                .toList();
        if (known.size() < 2) {
            Figure none = Figure.missing(Reason.NO_PEERS);
            return new PeerGroup(kind, none, none, known.size(), 0);
        }
        RootLevel root = RootLevel.of(
                known.stream().mapToDouble(Peers::score).toArray(),
                known.stream().mapToDouble(u -> error(u) * error(u)).toArray());
        List<UnitResult> family =
                known.stream().filter(u -> u.status() == Status.OK).toList();
        known.forEach(u -> flagged.put(u.unit(), u.withFlags(Flag.NOT_DISTINGUISHABLE, Flag.NOT_DISTINGUISHABLE)));
        List<Flag> flags = flags(family, root.mean(), scheme, 0);
        List<Flag> shifted = flags(family, root.mean(), scheme, scheme.delta());
        for (int i = 0; i < family.size(); i++) {
            UnitResult unit = family.get(i);
            boolean stands =
                    shifted.get(i) == flags.get(i) && !unit.nonresponse().contains(root.mean());
            flagged.put(unit.unit(), unit.withFlags(flags.get(i), stands ? flags.get(i) : Flag.NOT_DISTINGUISHABLE));
        }
        return new PeerGroup(kind, Figure.of(root.mean()), Figure.of(root.between()), root.units(), family.size());
    }

    private static List<Flag> flags(List<UnitResult> family, double mean, Scheme scheme, double delta) {
        List<PeerTest.Contender> contenders = family.stream()
                .map(u -> new PeerTest.Contender(
                        score(u), error(u), (1 - u.response().value()) * delta))
                .toList();
        return PeerTest.flags(contenders, mean, scheme.level());
    }

    private static double score(UnitResult unit) {
        return unit.score().value().value();
    }

    private static double error(UnitResult unit) {
        return unit.scoreError().value();
    }
}
