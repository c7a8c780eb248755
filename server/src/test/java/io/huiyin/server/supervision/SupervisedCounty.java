package io.huiyin.server.supervision;

import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionLives;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the tests of supervision have in common: two units, one account of each role, a leader with an office. */
abstract class SupervisedCounty {

    @Autowired
    Leaders leaders;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock.Settable clock;

    Map<Role, SignedIn> staff;
    PetitionLives lives;
    SignedIn leader;
    SignedIn supervision;
    SignedIn intake;
    SignedIn head;

    @BeforeEach
    final void a_county() throws SQLException {
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("SW", "水务局", "department").unit("GA", "公安局", "department");
        }
        staff = Staff.everyRole(accounts, "SW");
        lives = new PetitionLives(beans, staff);
        leader = one(Role.LEADER);
        supervision = one(Role.SUPERVISION);
        intake = one(Role.INTAKE);
        head = one(Role.UNIT_HEAD);
        leaders.name("test-leader", "副县长");
    }

    /** An appeal that the water office has been assigned. */
    final UUID assigned(String title) {
        UUID petition = lives.received(title, TestClock.START);
        lives.assigned(petition, "SW");
        return petition;
    }

    private SignedIn one(Role role) {
        return Objects.requireNonNull(staff.get(role));
    }
}
