package io.huiyin.server.organization;

import io.huiyin.server.web.NotFound;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The county's units, with their sections, posts and officials. */
@Component
@Transactional
public class Units {

    private final UnitStore units;
    private final RosterStore rosters;

    Units(UnitStore units, RosterStore rosters) {
        this.units = units;
        this.rosters = rosters;
    }

    /** By kind, then by code. */
    @Transactional(readOnly = true)
    public List<Unit> all() {
        return units.all();
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(String code) {
        return units.byCode(List.of(code)).stream().findFirst();
    }

    /**
     * @throws NotFound when there is no such unit
     */
    @Transactional(readOnly = true)
    public Unit get(String code) {
        return find(code).orElseThrow(() -> new NotFound("unit"));
    }

    /** Those of the codes that are units, by code. */
    @Transactional(readOnly = true)
    public Map<String, Unit> byCode(Collection<String> codes) {
        return units.byCode(codes).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /** Creates units or gives known ones another name or kind. */
    public void save(Collection<Unit> all) {
        units.upsert(all);
    }

    /** Creates a unit for each name that is not a unit's code yet; the name serves as the code. */
    public void createByName(Collection<String> names) {
        units.insertMissing(
                names.stream().map(name -> new Unit(name, name, UnitKind.OTHER)).toList());
    }

    @Transactional(readOnly = true)
    public List<Section> sections(String unit) {
        return rosters.sections(List.of(unit));
    }

    @Transactional(readOnly = true)
    public List<Section> sections(Collection<String> ofUnits) {
        return rosters.sections(ofUnits);
    }

    @Transactional(readOnly = true)
    public List<Post> posts(String unit) {
        return rosters.posts(List.of(unit));
    }

    @Transactional(readOnly = true)
    public List<Post> posts(Collection<String> ofUnits) {
        return rosters.posts(ofUnits);
    }

    /** Who held which post of a unit on a day. */
    @Transactional(readOnly = true)
    public List<Holding> holdings(String unit, LocalDate day) {
        return rosters.holdingsIn(unit, day);
    }

    /** Those of the codes that are officials, by code. */
    @Transactional(readOnly = true)
    public Map<String, Official> officials(Collection<String> codes) {
        return rosters.officials(codes).stream().collect(Collectors.toMap(Official::code, Function.identity()));
    }
}
