package io.huiyin.server.message;

import io.huiyin.server.message.OutboxStore.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A message is taken, and that is committed, before anything leaves; so two servers never send one message at
 * once, and one that was sent when the server died comes again only under the same Message-ID, and only after the lease.
 */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    /** Longer than a whole batch can take, each channel's patience included. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final int BATCH = 10;

    /** After each failed try, how long until the next; after the last one it is given up. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final OutboxStore store;
    private final List<Addresses> addresses;
    private final List<Carrier> carriers;
    private final Wording wording;
    private final Clock clock;
    private final boolean on;
    private final AtomicBoolean busy = new AtomicBoolean();

    Sender(
            OutboxStore store,
            List<Addresses> addresses,
            List<Carrier> carriers,
            Wording wording,
            Clock clock,
            @Value("${huiyin.sweep}") boolean on) {
        this.store = store;
        this.addresses = addresses;
        this.carriers = carriers;
        this.wording = wording;
        this.clock = clock;
        this.on = on;
    }

    /** At a fixed rate: only those get a thread of their own, and a slow mail server must not hold up the sequencer. */
    @Scheduled(fixedRate = 5_000, initialDelay = 10_000)
    void run() {
        if (!on || !busy.compareAndSet(false, true)) return;
        try {
            sendAll();
        } finally {
            busy.set(false);
        }
    }

    void sendAll() {
        store.expire(clock.instant());
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        for (Carrier carrier : carriers) if (carrier.configured()) open.add(carrier.channel());
        if (open.isEmpty()) return;
        List<Row> taken;
        do {
            Instant now = clock.instant();
            taken = store.claim(open, now, now.plus(LEASE), BATCH);
            for (Row row : taken) send(row);
        } while (taken.size() == BATCH);
    }

    private void send(Row row) {
        try {
            Optional<Address> address = open(row);
            if (address.isEmpty()) store.settle(row.id(), "NO_ADDRESS", null, null, clock.instant());
            else carry(row, address.get());
        } catch (RuntimeException fault) {
            // one message that cannot be made must not hold up the others
            log.error("message {} at try {}", row.id(), row.attempts(), fault);
            settle(row, null, new Fate.Later("ours"));
        }
    }

    private Optional<Address> open(Row row) {
        for (Addresses one : addresses) if (one.kind() == row.kind()) return one.open(row.addresseeId(), row.id());
        throw new IllegalStateException("nobody knows the addresses of a " + row.addresseeKind());
    }

    private void carry(Row row, Address address) {
        Channel channel = address.channel();
        for (Carrier carrier : carriers) {
            if (carrier.channel() != channel || !carrier.configured()) continue;
            settle(row, channel, carrier.send(wording.letter(row), address.to()));
            return;
        }
        // now the channel is known, and it is taken up again when there is one
        store.later(row, channel, null, clock.instant());
    }

    private void settle(Row row, @Nullable Channel channel, Fate fate) {
        Instant now = clock.instant();
        switch (fate) {
            case Fate.Sent sent -> store.settle(row.id(), "SENT", channel, null, now);
            case Fate.Never never -> store.settle(row.id(), "GIVEN_UP", channel, never.fault(), now);
            case Fate.Later later -> {
                if (row.attempts() > WAITS.size()) store.settle(row.id(), "GIVEN_UP", channel, later.fault(), now);
                else store.later(row, channel, later.fault(), now.plus(WAITS.get(row.attempts() - 1)));
            }
        }
    }
}
