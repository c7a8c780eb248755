package io.huiyin.server.matter;

import io.huiyin.server.csv.Importer;
import io.huiyin.server.csv.Reading;
import io.huiyin.server.csv.Row;
import io.huiyin.server.csv.Taking;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.matter.NewMatter.Ending;
import io.huiyin.server.matter.NewMatter.Hands;
import io.huiyin.server.matter.NewMatter.Origin;
import io.huiyin.server.matter.NewMatter.Place;
import io.huiyin.server.matter.NewMatter.Service;
import io.huiyin.server.organization.ServiceClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./huiyin import matters}. */
@Component
class MatterImporter implements Importer {

    private static final Set<String> REQUIRED = Set.of("matter_id", "service_code", "unit_code", "opened_at");

    /** In the order of the row's digest: a new column goes to the end. */
    private static final List<String> COLUMNS = List.of(
            "matter_id",
            "service_code",
            "unit_code",
            "opened_at",
            "service_name",
            "service_class",
            "section_code",
            "post_code",
            "received_by",
            "decided_by",
            "delivered_by",
            "channel",
            "due_at",
            "closed_at",
            "outcome",
            "recipient_key",
            "recipient_kind",
            "recipient_contact",
            "contact_source",
            "applied_by_proxy",
            "source_system",
            "external_id");

    private final Matters matters;

    MatterImporter(Matters matters) {
        this.matters = matters;
    }

    @Override
    public String kind() {
        return "matters";
    }

    @Override
    public Set<String> required() {
        return REQUIRED;
    }

    @Override
    public Set<String> columns() {
        return Set.copyOf(COLUMNS);
    }

    @Override
    public List<Taking> take(List<Row> rows, Setting setting) {
        List<@Nullable Taking> faults = new ArrayList<>(rows.size());
        List<NewMatter> good = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Reading reading = new Reading(row);
            NewMatter matter = matter(reading, row.digest(COLUMNS));
            faults.add(reading.good() ? null : reading.rejected());
            if (reading.good()) good.add(matter);
        }
        List<Taking> recorded = matters.record(good, setting.createUnits()).stream()
                .map(Recording::asTaking)
                .toList();
        return Taking.merged(faults, recorded);
    }

    private static NewMatter matter(Reading row, byte[] digest) {
        Instant opened = row.time("opened_at");
        if (opened == null && row.text("opened_at").isEmpty()) row.reject("opened_at is empty");
        return new NewMatter(
                row.requiredCode("matter_id"),
                new Origin(
                        row.text("channel"),
                        row.text("contact_source"),
                        row.text("source_system"),
                        row.text("external_id")),
                new Place(row.requiredCode("unit_code"), row.code("section_code"), row.code("post_code")),
                service(row),
                new Hands(row.code("received_by"), row.code("decided_by"), row.code("delivered_by")),
                opened == null ? Instant.EPOCH : opened,
                row.day("due_at"),
                ending(row, opened),
                recipient(row),
                row.yes("applied_by_proxy"),
                digest);
    }

    private static Service service(Reading row) {
        String word = row.oneOf("service_class", ServiceClass.WORDS);
        return new Service(
                row.requiredCode("service_code"),
                row.code("service_name"),
                word == null ? null : ServiceClass.of(word));
    }

    private static @Nullable Ending ending(Reading row, @Nullable Instant opened) {
        Instant closed = row.laterTime("closed_at", opened);
        Outcome outcome = Outcome.of(row.oneOf("outcome", Outcome.WORDS));
        boolean hasDay = !row.text("closed_at").isEmpty();
        boolean hasOutcome = !row.text("outcome").isEmpty();
        if (hasDay && !hasOutcome) row.reject("closed_at without outcome: how did the matter end?");
        if (hasOutcome && !hasDay) row.reject("outcome without closed_at: when did the matter end?");
        if (closed != null && opened != null && closed.isBefore(opened))
            row.reject("closed_at is before opened_at: nothing ends before it begins");
        return closed == null || outcome == null ? null : new Ending(closed, outcome);
    }

    private static @Nullable Resident recipient(Reading row) {
        String key = row.code("recipient_key");
        String contact = row.code("recipient_contact");
        RecipientKind kind = RecipientKind.of(row.oneOf("recipient_kind", RecipientKind.WORDS));
        return key == null && contact == null
                ? null
                : new Resident(kind == null ? RecipientKind.PERSON : kind, key, null, contact);
    }
}
