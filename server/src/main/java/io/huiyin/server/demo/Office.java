package io.huiyin.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of the demo county with its sections, posts and people, and what nobody in the county knows: how good it is.
 *
 * @param kind department or township
 * @param size its share of the county's matters, in no particular measure
 */
record Office(
        String code, String name, String kind, double size, Temper temper, List<Section> sections, List<Offer> offers) {

    /**
     * What is true of an office and shows only in what people say.
     *
     * @param quality shift of what people think, in standard deviations of one person's opinion
     * @param late share of its matters that miss their day
     * @param coaches whether it stands beside the terminal and tells people what to press
     * @param noContact share of its occasional recipients whose contact it does not pass on
     */
    record Temper(double quality, double late, boolean coaches, double noContact) {}

    record Section(String code, String name, boolean key, List<Post> posts) {}

    record Post(String code, String name, boolean key, List<Holding> holdings) {

        /** Who holds the post on a day. */
        Holding on(LocalDate day) {
            for (Holding holding : holdings) if (!day.isAfter(holding.last())) return holding;
            return holdings.getLast();
        }
    }

    /** @param to last day; absent while it goes on */
    record Holding(
            String official,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {
        LocalDate last() {
            return to == null ? LocalDate.MAX : to;
        }
    }

    /**
     * A service item that the office offers.
     *
     * @param promised calendar days; absent for what is done on the spot
     * @param kinds p persons, e enterprises, b both
     */
    record Offer(
            String code,
            String name,
            String serviceClass,
            @Nullable Integer promised,
            double share,
            char kinds) {}

    /** Sections that serve the public. */
    List<Section> counters() {
        return sections.stream().filter(section -> section.posts().size() > 2).toList();
    }
}
