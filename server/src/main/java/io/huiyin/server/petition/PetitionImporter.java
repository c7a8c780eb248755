package io.huiyin.server.petition;

import io.huiyin.server.csv.Importer;
import io.huiyin.server.csv.Reading;
import io.huiyin.server.csv.Row;
import io.huiyin.server.csv.Taking;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.matter.Recording;
import io.huiyin.server.petition.NewPetition.Answer;
import io.huiyin.server.petition.NewPetition.Source;
import io.huiyin.server.petition.NewPetition.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./huiyin import petitions}. */
@Component
class PetitionImporter implements Importer {

    private static final Set<String> REQUIRED = Set.of("petition_id", "received_at");

    /** In the order of the row's digest: a new column goes to the end. */
    private static final List<String> COLUMNS = List.of(
            "petition_id",
            "received_at",
            "channel",
            "title",
            "text",
            "petitioner_name",
            "petitioner_contact",
            "unit_code",
            "answer",
            "answered_at",
            "source_system",
            "external_id");

    private final Petitions petitions;

    PetitionImporter(Petitions petitions) {
        this.petitions = petitions;
    }

    @Override
    public String kind() {
        return "petitions";
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
        List<NewPetition> good = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Reading reading = new Reading(row);
            NewPetition petition = petition(reading, row.digest(COLUMNS));
            faults.add(reading.good() ? null : reading.rejected());
            if (reading.good()) good.add(petition);
        }
        List<Taking> recorded = petitions.record(good, setting.createUnits()).stream()
                .map(Recording::asTaking)
                .toList();
        return Taking.merged(faults, recorded);
    }

    private static NewPetition petition(Reading row, byte[] digest) {
        String number = row.requiredCode("petition_id");
        Instant received = row.time("received_at");
        if (received == null && row.text("received_at").isEmpty()) row.reject("received_at is empty");
        Instant answered = row.laterTime("answered_at", received);
        if (received != null && answered != null && answered.isBefore(received))
            row.reject("answered_at is before received_at: nothing is answered before it is written");
        return new NewPetition(
                number,
                received == null ? Instant.EPOCH : received,
                new Words(row.text("title"), orNull(row.text("text"))),
                petitioner(row, number),
                row.code("unit_code"),
                new Answer(orNull(row.text("answer")), answered),
                new Source(row.text("channel"), row.text("source_system"), row.text("external_id")),
                digest);
    }

    /** A petitioner who gives a name only cannot be recognized in another petition, so is known by this one. */
    private static @Nullable Resident petitioner(Reading row, String number) {
        String name = row.code("petitioner_name");
        String contact = row.code("petitioner_contact");
        if (name == null && contact == null) return null;
        return new Resident(RecipientKind.PERSON, contact == null ? "petition " + number : null, name, contact);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
