package io.huiyin.server.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 发件箱: takes what is to be said in the transaction of what it is about, so that neither is ever without the other. */
@Component
public class Outbox {

    /** News that did not get through within it would only confuse; the pages say it all the same. */
    static final Duration NEWS = Duration.ofDays(7);

    private final OutboxStore store;
    private final Clock clock;

    Outbox(OutboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void put(List<Note> notes) {
        if (notes.isEmpty()) return;
        Instant now = clock.instant();
        store.insert(notes, now, now.plus(NEWS));
    }

    /**
     * A message as whoever it was for sees it.
     *
     * @param state message key
     * @param channel message key; null while it waits or when there was nowhere to send it
     */
    public record Told(String state, @Nullable String channel, Instant at) {}

    /** What was said about a public number, newest first. */
    @Transactional(readOnly = true)
    public List<Told> about(String number) {
        return store.about(number).stream()
                .map(row -> new Told(
                        "message.state." + row.state(),
                        row.channel() == null ? null : "message.channel." + row.channel(),
                        row.settledAt() == null ? row.createdAt() : row.settledAt()))
                .toList();
    }
}
