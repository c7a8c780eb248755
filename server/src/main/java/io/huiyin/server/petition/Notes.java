package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the modules above tell on the petitioner's page. */
@Component
class Notes {

    private final ObjectProvider<TrackingNotes> modules;
    private final Tracking tracking;

    Notes(ObjectProvider<TrackingNotes> modules, Tracking tracking) {
        this.modules = modules;
        this.tracking = tracking;
    }

    @Transactional(readOnly = true)
    List<TrackingNotes.Note> of(UUID petition) {
        return modules.stream()
                .flatMap(module -> module.of(petition).stream())
                .sorted(Comparator.comparing(TrackingNotes.Note::day))
                .toList();
    }

    /** Said by whoever knows the query code. */
    @Transactional
    Moving deny(Code code, String queryCode, UUID note, UUID submission, String words) {
        Opened own = tracking.open(code, queryCode).orElseThrow(() -> new NotFound("petition"));
        if (words.length() > Wish.LONGEST_REASON) return new Moving.Refused("", "petition.refused.reason-long");
        TrackingNotes.Denial denial =
                new TrackingNotes.Denial(own.petition().id(), own.own().id(), note, submission, words);
        boolean taken = modules.stream().anyMatch(module -> module.deny(denial));
        return taken
                ? new Moving.Moved(own.petition().procedure())
                : new Moving.Refused("", "petition.refused.not-now");
    }
}
