package io.huiyin.server.organization;

import io.huiyin.server.csv.Taking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the units and officials that some lines name, and what the lines have changed so far. */
final class KnownRoster {

    private final Map<Object, Object> known = new HashMap<>();
    private final Map<String, List<Holding>> holdings = new HashMap<>();

    /** Said by a line of this lot: a later line may repeat it but not say otherwise. */
    private final Set<Object> said = new LinkedHashSet<>();

    private final Map<Object, Object> changed = new LinkedHashMap<>();

    private record SectionKey(String unit, String code) {}

    private record PostKey(String unit, String code) {}

    private record UnitKey(String code) {}

    private record OfficialKey(String code) {}

    private record HoldingKey(String official, LocalDate from) {}

    static KnownRoster around(List<RosterLine> lines, UnitStore units, RosterStore rosters) {
        Set<String> codes = set(lines, line -> line.unit().code());
        Set<String> officials = set(lines, RosterLine::official);
        KnownRoster roster = new KnownRoster();
        units.byCode(codes).forEach(unit -> roster.known.put(key(unit), unit));
        rosters.sections(codes).forEach(section -> roster.known.put(key(section), section));
        rosters.posts(codes).forEach(post -> roster.known.put(key(post), post));
        rosters.officials(officials).forEach(official -> roster.known.put(key(official), official));
        rosters.holdings(officials).forEach(holding -> roster.keep(holding));
        return roster;
    }

    Taking take(RosterLine line) {
        List<Object> says = says(line);
        List<String> faults = Stream.concat(
                        says.stream().map(this::contradiction), Stream.of(secondPost(holding(line))))
                .filter(Objects::nonNull)
                .toList();
        if (!faults.isEmpty()) return new Taking.Rejected(String.join("; ", faults));
        boolean news = false;
        for (Object thing : says) {
            Object key = key(thing);
            said.add(key);
            if (thing.equals(known.get(key))) continue;
            news = true;
            changed.put(key, thing);
            if (thing instanceof Holding holding) keep(holding);
            else known.put(key, thing);
        }
        return news ? Taking.TAKEN : Taking.UNCHANGED;
    }

    void save(UnitStore units, RosterStore rosters) {
        units.upsert(changed(Unit.class));
        rosters.upsertSections(changed(Section.class));
        rosters.upsertPosts(changed(Post.class));
        rosters.upsertOfficials(changed(Official.class));
        rosters.saveHoldings(changed(Holding.class));
    }

    /** The things that a line names, as they shall be. */
    private List<Object> says(RosterLine line) {
        List<Object> says = new ArrayList<>();
        says.add(line.unit());
        if (line.section() != null) says.add(section(line, line.section()));
        if (line.post() != null) says.add(post(line, line.post()));
        if (line.official() != null) says.add(official(line, line.official()));
        Holding holding = holding(line);
        if (holding != null) says.add(holding);
        return says;
    }

    private Section section(RosterLine line, String code) {
        Section before = (Section) known.get(new SectionKey(line.unit().code(), code));
        String name = first(line.sectionName(), before == null ? null : before.name(), code);
        boolean isKey = line.sectionIsKey() || line.sectionName() == null && before != null && before.isKey();
        return new Section(line.unit().code(), code, name, isKey);
    }

    private Post post(RosterLine line, String code) {
        Post before = (Post) known.get(new PostKey(line.unit().code(), code));
        String name = first(line.postName(), before == null ? null : before.name(), code);
        String section = line.section() != null ? line.section() : before == null ? null : before.section();
        boolean isKey = line.postIsKey() || line.postName() == null && before != null && before.isKey();
        return new Post(line.unit().code(), code, section, name, isKey);
    }

    private Official official(RosterLine line, String code) {
        Official before = (Official) known.get(new OfficialKey(code));
        return new Official(code, first(line.officialName(), before == null ? null : before.name(), code));
    }

    private static @Nullable Holding holding(RosterLine line) {
        return line.official() == null || line.post() == null || line.heldFrom() == null
                ? null
                : new Holding(line.official(), line.unit().code(), line.post(), line.heldFrom(), line.heldTo());
    }

    private @Nullable String contradiction(Object thing) {
        Object key = key(thing);
        if (thing instanceof Holding || !said.contains(key) || thing.equals(known.get(key))) return null;
        return switch (thing) {
            case Unit unit -> "unit '" + unit.code() + "' has another name or kind in a row above";
            case Section section -> "section '" + section.code() + "' is named or marked otherwise in a row above";
            case Post post -> "post '" + post.code() + "' is named, placed or marked otherwise in a row above";
            case Official official -> "official '" + official.code() + "' has another name in a row above";
            default -> throw new IllegalStateException("not of a roster: " + thing);
        };
    }

    /** The same post from the same day is the same holding, whose last day may have become known. */
    private @Nullable String secondPost(@Nullable Holding holding) {
        if (holding == null) return null;
        for (Holding other : holdings.getOrDefault(holding.official(), List.of())) {
            boolean same = other.from().equals(holding.from())
                    && other.unit().equals(holding.unit())
                    && other.post().equals(holding.post());
            if (same && (!said.contains(key(holding)) || other.equals(holding))) continue;
            if (other.overlaps(holding))
                return "official '" + holding.official() + "' already holds post '" + other.post() + "' of unit '"
                        + other.unit() + "' from " + other.from() + (other.to() == null ? "" : " to " + other.to())
                        + ": nobody holds two posts on one day";
        }
        return null;
    }

    private void keep(Holding holding) {
        known.put(key(holding), holding);
        List<Holding> own = holdings.computeIfAbsent(holding.official(), official -> new ArrayList<>());
        own.removeIf(other -> other.from().equals(holding.from()));
        own.add(holding);
    }

    private <T> List<T> changed(Class<T> kind) {
        return changed.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Object key(Object thing) {
        return switch (thing) {
            case Unit unit -> new UnitKey(unit.code());
            case Section section -> new SectionKey(section.unit(), section.code());
            case Post post -> new PostKey(post.unit(), post.code());
            case Official official -> new OfficialKey(official.code());
            case Holding holding -> new HoldingKey(holding.official(), holding.from());
            default -> throw new IllegalStateException("not of a roster: " + thing);
        };
    }

    private static String first(@Nullable String said, @Nullable String before, String code) {
        return said != null ? said : before != null ? before : code;
    }

    private static Set<String> set(List<RosterLine> lines, Function<RosterLine, @Nullable String> column) {
        Set<String> values = new LinkedHashSet<>();
        for (RosterLine line : lines) {
            String value = column.apply(line);
            if (value != null) values.add(value);
        }
        return values;
    }
}
