package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.NewSubmission.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 演示: lives petitions through the steps that people make, rules, clocks, log and all, so that a new place has something to look at. */
@Component
public class Rehearsal {

    /** How far a petition comes. */
    public enum Reach {
        RECEIVED,
        WITH_UNIT,
        IN_HAND,
        PAUSED,
        ANSWERED,
        SOLVED,
        NOT_SOLVED,
        IN_REVIEW
    }

    /**
     * A petition to be lived.
     *
     * @param queryCode what its petitioner chose to read it by
     * @param hotline of a call, what it is about; null: it came by the web form
     * @param answer what the unit answers to each claim
     */
    public record Part(
            UUID submission,
            Instant receivedAt,
            String title,
            String words,
            List<String> claims,
            String name,
            String contact,
            String queryCode,
            @Nullable String hotline,
            String answer,
            Reach reach) {}

    /** Who makes the moves of the staff. */
    public record Cast(SignedIn intake, SignedIn head, SignedIn handler) {}

    private final Intake intake;
    private final Life life;
    private final LifeStore store;
    private final Answers answers;
    private final Drafts drafts;
    private final Verdicts verdicts;
    private final Passages passages;
    private final Channels channels;

    Rehearsal(
            Intake intake,
            Life life,
            LifeStore store,
            Answers answers,
            Drafts drafts,
            Verdicts verdicts,
            Passages passages,
            Channels channels) {
        this.intake = intake;
        this.life = life;
        this.store = store;
        this.answers = answers;
        this.drafts = drafts;
        this.passages = passages;
        this.channels = channels;
        this.verdicts = verdicts;
    }

    /** A passage for answers, of the unit of a head or, by the supervision office, of the county. One that is there is not written again. */
    public void passage(UUID submission, String part, String name, String words, SignedIn by) {
        if (passages.write(submission, part, name, words, by).any())
            throw new IllegalArgumentException("no passage: " + name);
    }

    /** Where and when the petition office can be reached, by code and language. */
    public void channels(Map<String, String> words, SignedIn intake) {
        if (channels.write(words, intake).any()) throw new IllegalArgumentException("no channels: " + words.keySet());
    }

    /** The petition's public number. A part that was lived before is not lived again. */
    public Code live(Part part, Cast cast) {
        NewSubmission submission = new NewSubmission(
                part.submission(),
                PetitionClass.APPEAL,
                part.hotline() == null ? "online" : "call",
                part.title(),
                part.words(),
                part.claims(),
                List.of(new Person(part.name(), part.contact(), part.queryCode(), true, false)),
                false,
                null,
                part.receivedAt());
        Receipt receipt = part.hotline() == null
                ? intake.register(submission, Actor.PETITIONER)
                : intake.registerCall(submission, part.hotline(), Actor.of(cast.intake()));
        UUID id = receipt.petition();
        Code code = receipt.codes().getFirst();
        if (row(id).procedure() == Procedure.RECEIVED) moves(id, code, part, cast);
        return code;
    }

    private void moves(UUID id, Code code, Part part, Cast cast) {
        Reach reach = part.reach();
        if (reach == Reach.RECEIVED) return;
        Map<Integer, String> routes = new HashMap<>();
        for (int no = 1; no <= part.claims().size(); no++) routes.put(no, "petition");
        if (!answers.classify(id, row(id).version(), PetitionClass.APPEAL, routes)
                .isEmpty()) throw new IllegalStateException("no route for " + id);
        staff(id, wish(id, "assign", "").unit(unit(cast.head())), cast.intake());
        if (reach == Reach.WITH_UNIT) return;
        staff(id, wish(id, "accept", ""), cast.head());
        staff(id, wish(id, "take", "").handler(cast.handler().username()), cast.head());
        if (reach == Reach.IN_HAND) return;
        if (reach == Reach.PAUSED) {
            Wish pause = wish(id, "pause", "双方对事实有争议，需要听证").ground("hearing");
            staff(id, pause.approver(cast.head().username()), cast.head());
            return;
        }
        drafts.save(id, 0, claim -> claim.written(part.answer(), "请求合理，予以支持。", "《信访工作条例》第三十一条", ""), cast.handler());
        staff(id, wish(id, "answer", ""), cast.head());
        if (reach == Reach.SOLVED) say(code, part, PetitionOutcome.SOLVED);
        if (reach == Reach.NOT_SOLVED || reach == Reach.IN_REVIEW) say(code, part, PetitionOutcome.NOT_SOLVED);
        if (reach == Reach.IN_REVIEW)
            made(verdicts.move(code, part.queryCode(), wish(id, "ask-review", "现场没有看到任何变化。")));
    }

    private void say(Code code, Part part, PetitionOutcome said) {
        made(verdicts.say(code, part.queryCode(), new Verdicts.Saying(part.submission(), said, false, "")));
    }

    private static String unit(SignedIn head) {
        @Nullable String unit = head.unit();
        if (unit == null) throw new IllegalArgumentException("a head without a unit: " + head.account());
        return unit;
    }

    private Wish wish(UUID id, String move, String reason) {
        return Wish.of(move, row(id).version(), reason);
    }

    private void staff(UUID id, Wish wish, SignedIn by) {
        made(life.move(id, wish, Actor.of(by)));
    }

    private static void made(Moving moving) {
        if (moving instanceof Moving.Refused refused) throw new IllegalStateException(refused.key());
    }

    private LifeRow row(UUID id) {
        return store.find(id).orElseThrow();
    }
}
