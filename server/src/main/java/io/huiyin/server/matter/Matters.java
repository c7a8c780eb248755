package io.huiyin.server.matter;

import io.huiyin.server.csv.Rounds;
import io.huiyin.server.matter.MatterStore.Known;
import io.huiyin.server.matter.MattersClosed.ClosedMatter;
import io.huiyin.server.matter.NewMatter.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办件: records handled matters, in bulk; on closing each goes into the log and may be rated. */
@Component
public class Matters {

    private final MatterStore store;
    private final References references;
    private final Closings closings;
    private final ApplicationEventPublisher events;

    Matters(MatterStore store, References references, Closings closings, ApplicationEventPublisher events) {
        this.store = store;
        this.references = references;
        this.closings = closings;
        this.events = events;
    }

    /**
     * One answer a matter, in the same order. What is refused leaves nothing behind. A closed matter stands in the log and is not
     * changed by another record of it.
     *
     * @param createUnits whether a unit that is not known is created, its name serving as its code
     */
    @Transactional
    public List<Recording> record(List<NewMatter> matters, boolean createUnits) {
        List<Recording> recordings = new ArrayList<>(matters.size());
        // a number that comes twice is taken in two rounds, so that the second sees what the first did
        for (List<NewMatter> round : Rounds.of(matters, NewMatter::number))
            recordings.addAll(recordOnce(round, createUnits));
        return recordings;
    }

    private List<Recording> recordOnce(List<NewMatter> matters, boolean createUnits) {
        Map<String, Known> known = store.known(matters);
        References.Checked checked = references.check(fresh(matters, known), createUnits);
        List<Recording> recordings = new ArrayList<>(matters.size());
        List<MatterRow> added = new ArrayList<>();
        List<MatterRow> changed = new ArrayList<>();
        for (NewMatter matter : matters) {
            Known before = known.get(matter.number());
            if (before != null && before.same(matter)) recordings.add(new Recording.Unchanged(before.id()));
            else if (before != null && before.closed())
                recordings.add(new Recording.Refused("matter '" + matter.number()
                        + "' is closed and in the log: its record is not changed any more"));
            else if (!checked.faults(matter).isEmpty())
                recordings.add(new Recording.Refused(String.join("; ", checked.faults(matter))));
            else {
                MatterRow row = checked.row(matter, before);
                (before == null ? added : changed).add(row);
                recordings.add(new Recording.Recorded(row.id()));
            }
        }
        save(added, changed);
        return recordings;
    }

    private void save(List<MatterRow> added, List<MatterRow> changed) {
        closings.seal(Stream.concat(added.stream(), changed.stream())
                .filter(MatterRow::closed)
                .toList());
        store.insert(added);
        store.update(changed);
        List<ClosedMatter> closed = Stream.concat(added.stream(), changed.stream())
                .filter(MatterRow::closed)
                .map(Matters::closed)
                .toList();
        if (!closed.isEmpty()) events.publishEvent(new MattersClosed(closed));
    }

    private static ClosedMatter closed(MatterRow row) {
        Ending ending = row.ending();
        return new ClosedMatter(row.id(), row.matter().place().unit(), ending.at(), ending.outcome());
    }

    private static List<NewMatter> fresh(List<NewMatter> matters, Map<String, Known> known) {
        return matters.stream()
                .filter(matter -> {
                    Known before = known.get(matter.number());
                    return before == null || !before.closed() && !before.same(matter);
                })
                .toList();
    }
}
