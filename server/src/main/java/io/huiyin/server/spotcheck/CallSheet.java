package io.huiyin.server.spotcheck;

import io.huiyin.server.spotcheck.DrawStore.Sampled;
import io.huiyin.server.sql.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call: one recipient, at most a few of the drawn matters.
 *
 * @param person null: the record names nobody, so nobody can be called
 * @param contact whether somebody can be called
 * @param numbers the matters to ask about, in the order of the draw
 */
record CallSheet(UUID id, @Nullable UUID person, boolean contact, List<String> numbers) {

    CallSheet {
        numbers = List.copyOf(numbers);
    }

    /**
     * One call per recipient, about the first of the recipient's drawn matters; those beyond stay drawn and are not asked. A
     * matter without a recipient becomes a call that cannot be made, so that it is counted and not forgotten.
     */
    static List<CallSheet> ofSample(List<Sampled> inDrawOrder, int most) {
        List<CallSheet> sheets = new ArrayList<>();
        Map<UUID, List<Sampled>> byPerson = new LinkedHashMap<>();
        for (Sampled matter : inDrawOrder) {
            if (matter.person() == null) sheets.add(sheet(null, List.of(matter)));
            else
                byPerson.computeIfAbsent(matter.person(), p -> new ArrayList<>())
                        .add(matter);
        }
        byPerson.forEach((person, matters) ->
                sheets.add(sheet(person, matters.subList(0, Math.min(most, matters.size())))));
        return sheets;
    }

    private static CallSheet sheet(@Nullable UUID person, List<Sampled> matters) {
        boolean contact = person != null && matters.stream().anyMatch(Sampled::contact);
        return new CallSheet(
                Ids.next(),
                person,
                contact,
                matters.stream().map(Sampled::number).toList());
    }
}
