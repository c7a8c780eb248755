package io.huiyin.server.petition;

import io.huiyin.engine.Draw;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.petition.HarmSampleStore.Drawn;
import io.huiyin.server.petition.HarmSampleStore.Round;
import io.huiyin.server.sql.SqlTime;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 抽问: who is asked after three months whether anything bad happened because they spoke. Nobody can steer it and everybody can
 * repeat it: whoever is answered in a quarter is ranked by the quarter's seed as in every other draw ({@link Draw#rank}), and is
 * asked when the rank lies below the share. The log commits to the seed before anybody can be drawn by it; it is published when
 * all of the quarter were asked, so that nobody knows beforehand who will be.
 */
@Component
@Transactional
class HarmSample {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger RANKS = BigInteger.ONE.shiftLeft(256);

    /** How long after the last day of asking the callers may need. */
    private static final int DAYS_TO_ASK = 30;

    private final HarmSampleStore store;
    private final Ledger ledger;
    private final Deadlines deadlines;
    private final LegalValues values;
    private final Clock clock;

    HarmSample(HarmSampleStore store, Ledger ledger, Deadlines deadlines, LegalValues values, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.values = values;
        this.clock = clock;
    }

    /** Of a petition that is answered today: draws whom of those who signed and can be reached. */
    void draw(UUID petition, LocalDate answered) {
        LocalDate day = deadlines.due("petition.harm.ask", answered);
        int share = values.value("petition.harm.share", answered);
        Draw draw = Draw.bySeed(seed(Quarter.of(answered)));
        List<Drawn> drawn = store.reachable(petition).stream()
                .map(one -> new Drawn(one.id(), draw.rank(one.code())))
                .filter(one -> below(one.rank(), share))
                .toList();
        store.insert(drawn, answered, share, day);
    }

    /**
     * Whether a rank is drawn.
     *
     * @param rank 64 hex digits
     * @param share percent; 0 draws nobody, 100 everybody
     */
    static boolean below(String rank, int share) {
        return new BigInteger(rank, 16)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(RANKS.multiply(BigInteger.valueOf(share)))
                < 0;
    }

    /** Commits to the seeds of this quarter and the next, so that none is made by whoever knows what it decides. */
    void commitAhead() {
        Quarter now = Quarter.of(SqlTime.day(clock.instant()));
        seed(now);
        seed(now.next());
    }

    private String seed(Quarter quarter) {
        return store.seed(quarter.toString()).orElseGet(() -> made(quarter));
    }

    private String made(Quarter quarter) {
        store.oneAtATime();
        Optional<String> meanwhile = store.seed(quarter.toString());
        if (meanwhile.isPresent()) return meanwhile.get();
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        String hex = HexFormat.of().formatHex(seed);
        byte[] salt =
                ledger.commit(EntryKind.HARM_SEED, "harm-seed", Map.of("quarter", quarter.toString(), "seed", hex));
        store.insert(quarter.toString(), seed, salt, clock.instant());
        return hex;
    }

    /** Every quarter whose answered were all asked, the newest first, with what opens its commitment. */
    @Transactional(readOnly = true)
    List<Round> rounds() {
        LocalDate today = SqlTime.day(clock.instant());
        return store.rounds().stream()
                .filter(round -> today.isAfter(deadlines
                        .due("petition.harm.ask", Quarter.parse(round.quarter()).last())
                        .plusDays(DAYS_TO_ASK)))
                .toList();
    }
}
