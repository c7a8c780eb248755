package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.NewSubmission.Person;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the stories about petitions have in common: a county, its staff and what they do. */
abstract class PetitionStories {

    @Autowired
    Intake intake;

    @Autowired
    Life life;

    @Autowired
    LifeStore store;

    @Autowired
    Answers answers;

    @Autowired
    Drafts drafts;

    @Autowired
    Tracking tracking;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Clocks clocks;

    @Autowired
    Asking asking;

    @Autowired
    PetitionDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    ApplicationContext beans;

    Map<Role, SignedIn> staff;
    PetitionLives lives;

    @BeforeEach
    void a_county() throws SQLException {
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("SW", "水务局", "department").unit("GA", "公安局", "department");
        }
        staff = Staff.everyRole(accounts, "SW");
        lives = new PetitionLives(beans, staff);
    }

    static NewSubmission petition(PetitionClass petitionClass, @Nullable String about, String title, int people) {
        List<Person> signed = java.util.stream.IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Person("张" + i, "1380000000" + i, "查询码" + i, i == 1))
                .toList();
        return new NewSubmission(
                UUID.randomUUID(),
                petitionClass,
                "online",
                title,
                "从九月开始就这样。",
                List.of("请尽快解决", "请书面说明原因"),
                signed,
                false,
                about,
                TestClock.START);
    }

    final void accepted(UUID id, String route) {
        classify(id, PetitionClass.APPEAL, route);
        lives.transferred(id, "SW");
        lives.accepted(id);
    }

    final void answered(UUID id, String route) {
        accepted(id, route);
        lives.taken(id);
        lives.answered(id);
    }

    final void classify(UUID id, PetitionClass petitionClass, String route) {
        lives.classified(id, petitionClass, route);
    }

    final Wish wish(UUID id, String move, String reason) {
        return Wish.of(move, row(id).version(), reason).handler("test-handler").approver("test-unit_head");
    }

    final Moving by(Role role, UUID id, String move, String reason) {
        return life.move(id, wish(id, move, reason), Actor.of(staff.get(role)));
    }

    final Moving petitioner(Code code, String move, String reason) {
        UUID id = tracking.open(code, "查询码1").orElseThrow().petition().id();
        return verdicts.move(code, "查询码1", Wish.of(move, row(id).version(), reason));
    }

    final Moving say(Code code, PetitionOutcome said) {
        for (String query : List.of("查询码1", "查询码2", "查询码3"))
            if (tracking.open(code, query).isPresent())
                return verdicts.say(code, query, new Verdicts.Saying(UUID.randomUUID(), said, false, ""));
        throw new AssertionError("nobody has the number " + code);
    }

    final LifeRow row(UUID id) {
        return store.find(id).orElseThrow();
    }

    final LocalDate day(String column, UUID id) {
        return sql.sql("SELECT " + column + " FROM petition.petition WHERE id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .single();
    }

    final LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
    }

    final int update(String statement) {
        return sql.sql(statement).update();
    }
}
