package io.huiyin.server.organization;

import io.huiyin.server.csv.Importer;
import io.huiyin.server.csv.Reading;
import io.huiyin.server.csv.Row;
import io.huiyin.server.csv.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./huiyin import roster}. */
@Component
class RosterImporter implements Importer {

    private static final Set<String> REQUIRED = Set.of("unit_code", "unit_name", "unit_kind");
    private static final Set<String> COLUMNS = Set.of(
            "unit_code",
            "unit_name",
            "unit_kind",
            "section_code",
            "section_name",
            "section_key",
            "post_code",
            "post_name",
            "post_key",
            "official_code",
            "official_name",
            "held_from",
            "held_to");

    private final Rosters rosters;

    RosterImporter(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public String kind() {
        return "roster";
    }

    @Override
    public Set<String> required() {
        return REQUIRED;
    }

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<Taking> take(List<Row> rows, Setting setting) {
        List<@Nullable Taking> faults = new ArrayList<>(rows.size());
        List<RosterLine> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Reading reading = new Reading(row);
            RosterLine line = line(reading);
            faults.add(reading.good() ? null : reading.rejected());
            if (reading.good()) lines.add(line);
        }
        return Taking.merged(faults, rosters.record(lines));
    }

    private static RosterLine line(Reading row) {
        RosterLine line = new RosterLine(
                new Unit(row.requiredCode("unit_code"), row.requiredCode("unit_name"), kind(row)),
                row.code("section_code"),
                row.code("section_name"),
                row.yes("section_key"),
                row.code("post_code"),
                row.code("post_name"),
                row.yes("post_key"),
                row.code("official_code"),
                row.code("official_name"),
                row.day("held_from"),
                row.day("held_to"));
        check(row, line);
        return line;
    }

    private static UnitKind kind(Reading row) {
        String word = row.text("unit_kind");
        UnitKind kind = UnitKind.of(word);
        if (word.isEmpty()) row.reject("unit_kind is empty");
        else if (kind == null)
            row.reject("unit_kind " + Reading.quoted(word) + " is not one of department, township, other");
        return kind == null ? UnitKind.OTHER : kind;
    }

    private static void check(Reading row, RosterLine line) {
        if (line.section() == null && line.sectionName() != null) row.reject("section_name without section_code");
        if (line.post() == null && line.postName() != null) row.reject("post_name without post_code");
        if (line.official() == null && line.officialName() != null) row.reject("official_name without official_code");
        if (line.official() == null) return;
        if (line.post() == null) row.reject("official_code without post_code: which post is held?");
        else if (line.heldFrom() == null && row.text("held_from").isEmpty())
            row.reject("held_from is empty: from which day is the post held?");
        if (line.heldFrom() != null && line.heldTo() != null && line.heldTo().isBefore(line.heldFrom()))
            row.reject("held_to is before held_from");
    }
}
