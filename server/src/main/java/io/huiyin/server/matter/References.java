package io.huiyin.server.matter;

import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Residents.Sealed;
import io.huiyin.server.matter.NewMatter.Ending;
import io.huiyin.server.matter.NewMatter.Place;
import io.huiyin.server.matter.NewMatter.Service;
import io.huiyin.server.organization.Post;
import io.huiyin.server.organization.Section;
import io.huiyin.server.organization.ServiceClass;
import io.huiyin.server.organization.ServiceItem;
import io.huiyin.server.organization.ServiceItems;
import io.huiyin.server.organization.Units;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what matters refer to: units, sections, posts, officials, service items and recipients; and says what there is not. */
@Component
class References {

    private final Units units;
    private final ServiceItems services;
    private final Residents residents;

    References(Units units, ServiceItems services, Residents residents) {
        this.units = units;
        this.services = services;
        this.residents = residents;
    }

    Checked check(List<NewMatter> matters, boolean createUnits) {
        Map<NewMatter, List<String>> faults = new IdentityHashMap<>();
        Known known = known(matters, createUnits);
        for (NewMatter matter : matters) faults.put(matter, faults(matter, known));
        List<NewMatter> good = matters.stream()
                .filter(matter -> faults(faults, matter).isEmpty())
                .toList();
        if (createUnits) units.createByName(missingUnits(good, known));
        return new Checked(faults, items(good), persons(good));
    }

    private record Known(
            Set<String> units, Set<Place> sections, Set<Place> posts, Set<String> officials, boolean anyUnit) {}

    private Known known(List<NewMatter> matters, boolean createUnits) {
        Set<String> codes = matters.stream().map(m -> m.place().unit()).collect(Collectors.toSet());
        Set<String> officials = matters.stream().flatMap(References::officials).collect(Collectors.toSet());
        Set<Place> sections = new HashSet<>();
        for (Section section : units.sections(codes)) sections.add(new Place(section.unit(), section.code(), null));
        Set<Place> posts = new HashSet<>();
        for (Post post : units.posts(codes)) posts.add(new Place(post.unit(), null, post.code()));
        return new Known(
                units.byCode(codes).keySet(),
                sections,
                posts,
                units.officials(officials).keySet(),
                createUnits);
    }

    private static List<String> faults(NewMatter matter, Known known) {
        Place place = matter.place();
        List<String> faults = new ArrayList<>(0);
        if (!known.anyUnit && !known.units.contains(place.unit()))
            faults.add(
                    "unit_code '" + place.unit() + "' is not a unit: import the roster first, or use --create-units");
        if (place.section() != null && !known.sections.contains(new Place(place.unit(), place.section(), null)))
            faults.add("section_code '" + place.section() + "' is not a section of unit '" + place.unit() + "'");
        if (place.post() != null && !known.posts.contains(new Place(place.unit(), null, place.post())))
            faults.add("post_code '" + place.post() + "' is not a post of unit '" + place.unit() + "'");
        officials(matter)
                .filter(official -> !known.officials.contains(official))
                .distinct()
                .forEach(official -> faults.add("official '" + official + "' is not in the roster"));
        Ending ending = matter.ending();
        if (ending != null && ending.at().isBefore(matter.openedAt())) faults.add("closed_at is before opened_at");
        return faults;
    }

    private static List<String> missingUnits(List<NewMatter> good, Known known) {
        return good.stream()
                .map(matter -> matter.place().unit())
                .filter(unit -> !known.units.contains(unit))
                .distinct()
                .toList();
    }

    /** The items of the matters; those that are not known yet are made. */
    private Map<String, ServiceItem> items(List<NewMatter> good) {
        Set<String> codes = good.stream().map(m -> m.service().code()).collect(Collectors.toSet());
        Map<String, ServiceItem> items = services.byCode(codes);
        Map<String, ServiceItem> missing = new LinkedHashMap<>();
        for (NewMatter matter : good) {
            Service service = matter.service();
            if (!items.containsKey(service.code())) missing.putIfAbsent(service.code(), newItem(service));
        }
        if (missing.isEmpty()) return items;
        services.createMissing(missing.values());
        return services.byCode(codes);
    }

    private static ServiceItem newItem(Service service) {
        return new ServiceItem(
                service.code(),
                service.name() == null ? service.code() : service.name(),
                service.serviceClass() == null ? ServiceClass.PROMISED_TIME : service.serviceClass(),
                null);
    }

    private Map<NewMatter, Sealed> persons(List<NewMatter> good) {
        List<@Nullable Resident> named = new ArrayList<>(good.size());
        for (NewMatter matter : good) named.add(matter.recipient());
        List<@Nullable Sealed> sealed = residents.seal(named);
        Map<NewMatter, Sealed> persons = new IdentityHashMap<>();
        for (int i = 0; i < good.size(); i++) {
            Sealed person = sealed.get(i);
            if (person != null) persons.put(good.get(i), person);
        }
        return persons;
    }

    private static Stream<String> officials(NewMatter matter) {
        return Stream.of(
                        matter.hands().received(),
                        matter.hands().decided(),
                        matter.hands().delivered())
                .filter(Objects::nonNull);
    }

    private static List<String> faults(Map<NewMatter, List<String>> faults, NewMatter matter) {
        return Objects.requireNonNull(faults.get(matter), "a matter that was not checked");
    }

    /** What was found of the matters that were checked; each is known by itself, not by what it says. */
    static final class Checked {

        private final Map<NewMatter, List<String>> faults;
        private final Map<String, ServiceItem> items;
        private final Map<NewMatter, Sealed> persons;

        Checked(Map<NewMatter, List<String>> faults, Map<String, ServiceItem> items, Map<NewMatter, Sealed> persons) {
            this.faults = faults;
            this.items = items;
            this.persons = persons;
        }

        List<String> faults(NewMatter matter) {
            return References.faults(faults, matter);
        }

        MatterRow row(NewMatter matter, MatterStore.@Nullable Known before) {
            ServiceItem item = Objects.requireNonNull(items.get(matter.service().code()), "an item that was just made");
            ServiceClass said = matter.service().serviceClass();
            return new MatterRow(
                    before == null ? Ids.next() : before.id(),
                    matter,
                    said == null ? item.serviceClass() : said,
                    matter.due() == null ? promised(matter, item) : matter.due(),
                    persons.get(matter));
        }

        private static @Nullable LocalDate promised(NewMatter matter, ServiceItem item) {
            return item.promisedDays() == null
                    ? null
                    : SqlTime.day(matter.openedAt()).plusDays(item.promisedDays());
        }
    }
}
