package io.huiyin.server.spotcheck;

import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.spotcheck.InterviewStore.Row;
import io.huiyin.server.sql.Ids;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 回访: records tries and answers. Nothing recorded is ever changed; a correction is a new record, and the last counts. */
@Component
public class Interviews {

    private static final String TAG = "huiyin-interview-v1";
    private static final int BATCH = 5_000;

    private final InterviewStore store;
    private final CallStore callStore;
    private final Calls calls;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    Interviews(InterviewStore store, CallStore callStore, Calls calls, Ledger ledger) {
        this.store = store;
        this.callStore = callStore;
        this.calls = calls;
        this.ledger = ledger;
    }

    /**
     * Records one try.
     *
     * @param correction the call has been answered, and what was recorded then was wrong
     */
    @Transactional
    Recording record(Attempt attempt, boolean correction, SignedIn by) {
        callStore.lock(attempt.call());
        CallState state = calls.standing(attempt.call(), by).state();
        if (store.knows(attempt.submission())) return new Recording.SentTwice();
        boolean corrects = correction && state == CallState.ANSWERED && attempt.outcome() == AttemptOutcome.ANSWERED;
        if (state != CallState.OPEN && !corrects) return new Recording.Ended(state);
        insert(List.of(attempt), by.account());
        return new Recording.Recorded();
    }

    /** For the demo's loader: tries of the past, any number, in the order in which they happened. */
    @Transactional
    public void recordPast(List<Attempt> attempts) {
        for (int from = 0; from < attempts.size(); from += BATCH)
            insert(attempts.subList(from, Math.min(from + BATCH, attempts.size())), null);
    }

    private void insert(List<Attempt> attempts, @Nullable UUID by) {
        List<UUID> ids = attempts.stream().map(a -> Ids.next()).toList();
        store.insertAttempts(ids, attempts, by);
        List<Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < ids.size(); i++)
            for (Answer answer : attempts.get(i).answers())
                rows.add(new Row(Ids.next(), ids.get(i), attempts.get(i).at(), answer, salt()));
        if (rows.isEmpty()) return;
        if (store.insertInterviews(rows) != rows.size())
            throw new IllegalArgumentException("an answer about a matter that its call is not about");
        ledger.appendAll(
                EntryKind.INTERVIEW, rows.stream().map(Interviews::entry).toList());
    }

    private byte[] salt() {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return salt;
    }

    private static Map<String, String> entry(Row row) {
        byte[] commitment = Hashes.commitment(TAG, row.salt(), canonical(row));
        return Map.of("commitment", HexFormat.of().formatHex(commitment));
    }

    /** What the log commits to: the whole record but who was called and who called. */
    private static byte[] canonical(Row row) {
        Answer answer = row.answer();
        Map<String, Object> members = new TreeMap<>();
        members.put("id", row.id().toString());
        members.put("number", answer.number());
        members.put("asked_at", row.at().toString());
        members.put("overall", answer.overall());
        answer.contents().forEach((content, level) -> members.put(content.word(), level));
        members.put("rated_before", answer.ratedBefore().word());
        if (answer.ratedLevel() != null) members.put("rated_level", answer.ratedLevel());
        members.put("pressed", answer.pressed().word());
        return Entry.canonical("interview", members);
    }
}
