package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spot check's mean of one section (科室), as a domain of its unit (METHODS 2.1); only sections with an interview.
 *
 * @param mean in points, with R's standard error
 */
public record SectionMean(String unit, String section, long interviews, Estimate mean) {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::section, CodeOrder.COMPARATOR).thenComparing(Place::unit, CodeOrder.COMPARATOR);

    static List<SectionMean> of(List<Interviewed> interviewed, CellValue points) {
        Map<Place, List<Interviewed>> found = new HashMap<>();
        for (Interviewed i : interviewed) {
            Place place = i.matter().place();
            if (!place.section().isEmpty()) {
                found.computeIfAbsent(new Place(place.unit(), place.section(), "", ""), p -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Place, List<Interviewed>> sections = new TreeMap<>(ORDER);
        sections.putAll(found);
        List<SectionMean> means = new ArrayList<>();
        sections.forEach((place, members) -> means.add(new SectionMean(
                place.unit(),
                place.section(),
                members.stream().mapToLong(Interviewed::count).sum(),
                DomainMean.of(members.getFirst().sample(), domain(members), points, Reason.NO_INTERVIEW))));
        return means;
    }

    private static long[][] domain(List<Interviewed> members) {
        long[][] domain = new long[members.getFirst().sample().pools().size()][StratumCounts.CELLS];
        members.forEach(
                i -> domain[i.pool()][
                        StratumCounts.cell(i.matter().ratingClass(), i.matter().answer())] += i.count());
        return domain;
    }
}
