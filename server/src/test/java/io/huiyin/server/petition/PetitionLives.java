package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.NewSubmission.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Petitions led through their life by those who may, for the stories of this module and of those above. */
public final class PetitionLives {

    public static final String QUERY = "麦子2026";

    private final ApplicationContext beans;
    private final Map<Role, SignedIn> staff;

    /** @param staff of one unit, which handles everything */
    public PetitionLives(ApplicationContext beans, Map<Role, SignedIn> staff) {
        this.beans = beans;
        this.staff = staff;
    }

    /** An appeal of one person, as it comes in by the web form. */
    public UUID received(String title, Instant at) {
        return received(PetitionClass.APPEAL, title, 1, null, at);
    }

    /** One that many people sign. */
    public UUID joint(String title, int people, Instant at) {
        return received(PetitionClass.APPEAL, title, people, null, at);
    }

    /** An accusation of a unit. */
    public UUID accusation(String title, String about, Instant at) {
        return received(PetitionClass.ACCUSATION, title, 1, about, at);
    }

    private UUID received(PetitionClass petitionClass, String title, int people, @Nullable String about, Instant at) {
        List<Person> signed = java.util.stream.IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Person("张" + i, "1380000" + (1000 + i), QUERY, i == 1))
                .toList();
        NewSubmission submission = new NewSubmission(
                UUID.randomUUID(),
                petitionClass,
                "online",
                title,
                "从九月开始就这样。",
                List.of("请尽快解决"),
                signed,
                false,
                about,
                at);
        return beans.getBean(Intake.class)
                .register(submission, Actor.PETITIONER)
                .petition();
    }

    public Code code(UUID petition) {
        return new Code(row(petition).number());
    }

    /** An appeal that goes the way of a petition, 交办: to the unit, with report-back. */
    public void assigned(UUID petition, String unit) {
        classified(petition, PetitionClass.APPEAL, "petition");
        moved(petition, Role.INTAKE, wish(petition, "assign").unit(unit));
    }

    /** 转送: to the unit, without report-back. */
    void transferred(UUID petition, String unit) {
        moved(petition, Role.INTAKE, wish(petition, "transfer").unit(unit));
    }

    /** All its claims go the same lawful way. */
    void classified(UUID petition, PetitionClass petitionClass, String route) {
        Map<Integer, String> routes =
                draft(petition).claims().stream().collect(Collectors.toMap(Claim::no, claim -> route));
        assertThat(beans.getBean(Answers.class).classify(petition, row(petition).version(), petitionClass, routes))
                .isEmpty();
    }

    public void inHand(UUID petition) {
        accepted(petition);
        taken(petition);
    }

    void accepted(UUID petition) {
        moved(petition, Role.UNIT_HEAD, wish(petition, "accept"));
    }

    void taken(UUID petition) {
        moved(petition, Role.UNIT_HEAD, wish(petition, "take").handler("test-handler"));
    }

    /** Every claim supported: the first by what is done this week, on the rules of water. */
    public void answered(UUID petition) {
        Draft draft = draft(petition);
        UnaryOperator<Claim> pen = claim -> claim.no() == 1
                ? claim.written("已查明", "支持", "《城镇供水条例》第 20 条", "本周内完成")
                : claim.written("已查明", "支持", "《信访工作条例》第 31 条", "");
        beans.getBean(Drafts.class).save(petition, draft.version(), pen, staff(Role.HANDLER));
        assertThat(moving(petition, Role.UNIT_HEAD, wish(petition, "answer")))
                .isEqualTo(new Moving.Moved(Procedure.ANSWERED));
    }

    /** @param said solved, partly or not-solved */
    public void says(UUID petition, String said) {
        PetitionOutcome outcome = PetitionOutcome.said(said);
        assertThat(outcome).isNotNull();
        Verdicts.Saying saying = new Verdicts.Saying(UUID.randomUUID(), outcome, false, "");
        assertThat(beans.getBean(Verdicts.class).say(code(petition), QUERY, saying))
                .isInstanceOf(Moving.Moved.class);
    }

    /** A move of the petitioner: reopen, ask-review, ask-rereview. */
    public void asks(UUID petition, String move) {
        assertThat(beans.getBean(Verdicts.class).move(code(petition), QUERY, wish(petition, move)))
                .isInstanceOf(Moving.Moved.class);
    }

    /** A move of the supervision office: uphold-review, uphold-rereview. */
    public void decides(UUID petition, String move) {
        moved(petition, Role.SUPERVISION, wish(petition, move));
    }

    /** What the sweeper of petitions finds. */
    public void sweep() {
        beans.getBean(Clocks.class).sweep();
    }

    private Wish wish(UUID petition, String move) {
        return Wish.of(move, row(petition).version(), "理由");
    }

    private void moved(UUID petition, Role role, Wish wish) {
        assertThat(moving(petition, role, wish)).isInstanceOf(Moving.Moved.class);
    }

    private Moving moving(UUID petition, Role role, Wish wish) {
        return beans.getBean(Life.class).move(petition, wish, Actor.of(staff(role)));
    }

    private Draft draft(UUID petition) {
        return beans.getBean(Drafts.class).of(petition);
    }

    private SignedIn staff(Role role) {
        return java.util.Objects.requireNonNull(staff.get(role));
    }

    private LifeRow row(UUID petition) {
        return beans.getBean(LifeStore.class).find(petition).orElseThrow();
    }
}
