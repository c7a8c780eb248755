package io.huiyin.server.petition;

import io.huiyin.server.message.Outbox;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything a petitioner sees of the own petition.
 *
 * @param own who asks
 * @param answers the claims of the answer: of the petition that this one was merged into, where it was
 * @param told messages sent about it
 * @param solved how many of all who signed say that it is solved
 */
record Opened(
        LifeRow petition,
        String title,
        String words,
        String unitName,
        Signatory own,
        int signed,
        int solved,
        List<Claim> claims,
        List<Claim> answers,
        List<Move> answerMoves,
        List<Move> moves,
        List<Look> looks,
        @Nullable Ground pausedFor,
        List<RetaliationStore.Told> retaliations,
        List<Outbox.Told> told) {

    AnswerDocument document() {
        return AnswerDocument.of(petition.number(), title, unitName, answers, answerMoves);
    }

    /** Whether one of its moves was made. */
    boolean made(String move) {
        return moves.stream().anyMatch(one -> one.move().equals(move));
    }

    /** Null where nobody is asked whether it is solved: of proposals and accusations, and before a way is known. */
    @Nullable
    ClosingChecks checks() {
        return petition.petitionClass() == PetitionClass.APPEAL
                ? ClosingChecks.of(petition, petition.hasAnswer() ? answers : List.of(), answerMoves)
                : null;
    }

    /** Why the clock stands still; empty while it runs. */
    String ground(Locale locale) {
        return pausedFor == null ? "" : pausedFor.name(locale);
    }

    /** Somebody looked at who the petitioner is, or opened an attachment: purpose, role and time; the messages sent are one line. */
    record Look(String role, String purpose, java.time.Instant at, int times) {}
}
