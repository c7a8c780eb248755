package io.huiyin.server.demo;

import io.huiyin.server.demo.Office.Holding;
import io.huiyin.server.demo.Office.Offer;
import io.huiyin.server.demo.Office.Post;
import io.huiyin.server.demo.Office.Section;
import io.huiyin.server.demo.Office.Temper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds the units of the demo county: most of them alike, a few better, a few worse, a few that coach. */
final class Offices {

    private static final int DEPARTMENTS = 36;
    private static final int TOWNSHIPS = 39;

    private final Wish wish;
    private final Map<String, List<Offer>> offers = Tables.rows("services", ',').stream()
            .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(Offices::offer, Collectors.toList())));
    private final Set<String> names = new HashSet<>();
    private int officials;

    private Offices(Wish wish) {
        this.wish = wish;
    }

    static List<Office> of(Wish wish) {
        Offices build = new Offices(wish);
        List<Office> all = new ArrayList<>(build.kind("department", "departments", DEPARTMENTS));
        all.addAll(build.kind("township", "townships", TOWNSHIPS));
        return List.copyOf(all);
    }

    private List<Office> kind(String kind, String table, int whole) {
        List<List<String>> rows = Tables.rows(table, ',');
        int kept = wish.scaled(whole, 0.5, 3);
        List<List<String>> chosen = IntStream.range(0, kept)
                .mapToObj(i -> rows.get(i * whole / kept))
                .toList();
        List<Temper> tempers = tempers(kind, kept);
        List<Office> built = new ArrayList<>();
        for (int i = 0; i < kept; i++) built.add(office(kind, chosen.get(i), tempers.get(i)));
        return built;
    }

    /** In each kind about one in eighteen is clearly better, one in eighteen clearly worse, and one in eighteen coaches. */
    private List<Temper> tempers(String kind, int count) {
        Dice dice = wish.dice("tempers", kind);
        // the smallest units stand last and stay ordinary: nobody could tell them apart anyway
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, Math.max(3, count * 4 / 5)).boxed().toList());
        for (int i = order.size() - 1; i > 0; i--) order.set(i, order.set(dice.below(i + 1), order.get(i)));
        int some = Math.max(1, count / 18);
        Set<Integer> better = Set.copyOf(order.subList(0, some));
        Set<Integer> worse = Set.copyOf(order.subList(some, 2 * some));
        Set<Integer> coaching = Set.copyOf(order.subList(2 * some - 1, Math.min(3 * some - 1, order.size())));
        int silent = order.getLast();
        List<Temper> tempers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // so far from their kind that the difference survives the declared shift of the silent too
            double shift = better.contains(i) ? 1.2 : worse.contains(i) ? -0.9 : 0;
            double late = worse.contains(i) ? 0.14 : 0.02 + 0.05 * dice.unit();
            double noContact = i == silent && count > 3 ? 0.65 : 0.08 + 0.1 * dice.unit();
            tempers.add(new Temper(shift + 0.06 * dice.normal(), late, coaching.contains(i), noContact));
        }
        return tempers;
    }

    private Office office(String kind, List<String> row, Temper temper) {
        String code = row.get(0);
        double size = Double.parseDouble(row.get(2));
        boolean township = kind.equals("township");
        List<String> titles = Names.of(township ? "townsections" : "sections");
        int count = (int) Math.min(titles.size(), 2 + size / 2 + (township ? 2 : 1));
        int counters = (int) Math.max(1, Math.min(count - 1, StrictMath.round(size / 2)));
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) sections.add(section(code, i, titles.get(i), i < counters));
        List<Offer> offered = offers.get(township ? "TOWN" : code);
        if (offered == null) throw new IllegalStateException("demo/services.csv has nothing for " + code);
        return new Office(code, row.get(1), kind, size, temper, List.copyOf(sections), offered);
    }

    private Section section(String unit, int place, String title, boolean counter) {
        String code = "S" + (place + 1);
        List<String> titles = Names.of("posts");
        boolean key = place == 0; // where nearly everybody goes first
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < (counter ? 4 : 2); i++)
            posts.add(new Post(
                    code + "-" + (i + 1),
                    titles.get(i),
                    key && i % 2 == 0,
                    holdings(wish.dice("post", unit, code, titles.get(i)))));
        return new Section(code, title, key, List.copyOf(posts));
    }

    /** One post in twelve changes hands in the time. */
    private List<Holding> holdings(Dice dice) {
        LocalDate from = wish.firstDay().minusDays(30 + dice.below(1500));
        if (!dice.chance(1 / 12.0)) return List.of(new Holding(code(), name(dice), from, null));
        LocalDate last = wish.firstDay().plusDays(60 + dice.below(330));
        return List.of(
                new Holding(code(), name(dice), from, last), new Holding(code(), name(dice), last.plusDays(1), null));
    }

    private String code() {
        officials++;
        return String.format("G%05d", officials);
    }

    /** A name that nobody else in the county's offices has. */
    private String name(Dice dice) {
        for (; ; ) {
            String name = Names.person(dice);
            if (names.add(name)) return name;
        }
    }

    private static Offer offer(List<String> row) {
        Integer promised = row.get(4).isEmpty() ? null : Integer.valueOf(row.get(4));
        return new Offer(
                row.get(1),
                row.get(2),
                row.get(3),
                promised,
                Double.parseDouble(row.get(5)),
                row.get(6).charAt(0));
    }
}
