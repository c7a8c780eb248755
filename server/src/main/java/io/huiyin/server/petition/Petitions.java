package io.huiyin.server.petition;

import io.huiyin.server.csv.Rounds;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Residents.Sealed;
import io.huiyin.server.matter.Matters;
import io.huiyin.server.matter.NewMatter;
import io.huiyin.server.matter.Outcome;
import io.huiyin.server.matter.Recording;
import io.huiyin.server.organization.ServiceClass;
import io.huiyin.server.petition.PetitionStore.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 信访件: records petitions in bulk. Each that is with a unit opens a matter; only an answer closes it. */
@Component
public class Petitions {

    static final NewMatter.Service SERVICE = new NewMatter.Service("petition", "信访事项", ServiceClass.COMPLEX);

    private final PetitionStore store;
    private final SearchStore search;
    private final Replies replies;
    private final Matters matters;
    private final Residents residents;

    Petitions(PetitionStore store, SearchStore search, Replies replies, Matters matters, Residents residents) {
        this.store = store;
        this.search = search;
        this.replies = replies;
        this.matters = matters;
        this.residents = residents;
    }

    /**
     * One answer a petition, in the same order; the id is the petition's. What is refused leaves nothing behind.
     *
     * @param createUnits whether a unit that is not known is created, its name serving as its code
     */
    @Transactional
    public List<Recording> record(List<NewPetition> petitions, boolean createUnits) {
        List<Recording> recordings = new ArrayList<>(petitions.size());
        for (List<NewPetition> round : Rounds.of(petitions, NewPetition::number))
            recordings.addAll(recordOnce(round, createUnits));
        return recordings;
    }

    private List<Recording> recordOnce(List<NewPetition> petitions, boolean createUnits) {
        Map<String, Known> known = store.known(petitions);
        List<PetitionRow> news = new ArrayList<>();
        for (NewPetition petition : petitions) {
            Known before = known.get(petition.number());
            if (before == null || !before.same(petition) && before.open()) news.add(row(petition, before));
        }
        openMatters(news, createUnits);
        List<PetitionRow> good =
                news.stream().filter(row -> row.fault() == null).toList();
        name(good);
        store.insert(good.stream().filter(row -> !row.known()).toList());
        store.update(good.stream().filter(PetitionRow::known).toList());
        search.index(good.stream().map(PetitionRow::id).toList());
        return recordings(petitions, known, news.iterator());
    }

    private PetitionRow row(NewPetition petition, @Nullable Known before) {
        return new PetitionRow(petition, before, replies.worth(petition.answer()));
    }

    private static List<Recording> recordings(
            List<NewPetition> petitions, Map<String, Known> known, Iterator<PetitionRow> news) {
        List<Recording> recordings = new ArrayList<>(petitions.size());
        for (NewPetition petition : petitions) {
            Known before = known.get(petition.number());
            if (before != null && before.same(petition)) recordings.add(new Recording.Unchanged(before.id()));
            else if (before != null && !before.open())
                recordings.add(new Recording.Refused("petition '" + petition.number()
                        + "' is answered and in the log: its record is not changed any more"));
            else {
                PetitionRow row = news.next();
                String fault = row.fault();
                recordings.add(fault == null ? new Recording.Recorded(row.id()) : new Recording.Refused(fault));
            }
        }
        return recordings;
    }

    private void openMatters(List<PetitionRow> rows, boolean createUnits) {
        List<PetitionRow> withUnit =
                rows.stream().filter(row -> row.petition().unit() != null).toList();
        List<NewMatter> opened = withUnit.stream().map(Petitions::matter).toList();
        Iterator<Recording> recordings = matters.record(opened, createUnits).iterator();
        for (PetitionRow row : withUnit) {
            switch (recordings.next()) {
                case Recording.Recorded recorded -> row.opened(recorded.matter());
                case Recording.Unchanged unchanged -> row.opened(unchanged.matter());
                case Recording.Refused refused -> row.refused(refused.reasons());
            }
        }
    }

    private static NewMatter matter(PetitionRow row) {
        NewPetition petition = row.petition();
        String unit = petition.unit();
        if (unit == null) throw new IllegalStateException("a petition that is with no unit opens no matter");
        Instant answeredAt = row.reply() == Reply.ANSWERED ? petition.answer().at() : null;
        return new NewMatter(
                "petition/" + petition.number(),
                new NewMatter.Origin(
                        petition.source().channel(),
                        "petition",
                        petition.source().system(),
                        petition.source().externalId()),
                NewMatter.Place.unit(unit),
                SERVICE,
                NewMatter.Hands.NOBODY,
                petition.receivedAt(),
                null,
                answeredAt == null ? null : new NewMatter.Ending(answeredAt, Outcome.DONE),
                petition.petitioner(),
                false,
                petition.digest());
    }

    private void name(List<PetitionRow> rows) {
        List<@Nullable Resident> named = new ArrayList<>(rows.size());
        for (PetitionRow row : rows) named.add(row.petition().petitioner());
        Iterator<@Nullable Sealed> sealed = residents.seal(named).iterator();
        for (PetitionRow row : rows) {
            Sealed person = sealed.next();
            UUID id = person == null ? null : person.id();
            row.from(id);
        }
    }
}
