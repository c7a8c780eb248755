package io.huiyin.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.Denied;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class IdentityReadsTest {

    @Autowired
    IdentityReads reads;

    @Autowired
    Residents residents;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    private UUID person;
    private SignedIn interviewer;

    @BeforeEach
    void a_resident_and_an_interviewer() {
        var resident = new Resident(RecipientKind.PERSON, "R1", "赵大娘", "13800000001");
        person = transaction
                .execute(status -> residents.seal(List.of(resident)).getFirst())
                .id();
        interviewer = Staff.account(accounts, Role.INTERVIEWER, null);
    }

    @Test
    void a_look_at_an_identity_leaves_who_when_why_and_for_what() {
        Opened opened = reads.open(interviewer, person, Purpose.INTERVIEW, "call:1");
        assertThat(opened.contact()).isEqualTo("13800000001");
        assertThat(sql.sql("SELECT person_id, account_id, role, purpose, subject FROM access.identity_read")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(person, interviewer.account(), "INTERVIEWER", "interview", "call:1");
    }

    @Test
    void without_a_trace_there_is_no_plaintext() {
        // an account that does not exist cannot be traced, so the transaction fails as a whole
        SignedIn nobody = Staff.somebody(Role.INTERVIEWER, null);
        assertThatThrownBy(() -> reads.open(nobody, person, Purpose.INTERVIEW, "call:1"))
                .hasMessageContaining("identity_read");
        assertThat(traces()).isZero();
    }

    @Test
    void each_role_opens_only_for_its_own_purpose_and_an_administrator_for_none() {
        for (Purpose purpose : Purpose.values()) {
            for (Role role : Role.values()) {
                if (purpose.allows(role)) continue;
                SignedIn by = Staff.somebody(role, "U1");
                assertThatThrownBy(() -> reads.open(by, person, purpose, "call:1"))
                        .isInstanceOf(Denied.class);
            }
            assertThat(purpose.allows(Role.ADMINISTRATOR)).isFalse();
        }
        assertThat(traces()).isZero();
    }

    @Test
    void a_subject_is_a_kind_and_an_id_and_no_free_text() {
        assertThatThrownBy(() -> reads.open(interviewer, person, Purpose.INTERVIEW, "赵大娘来电"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long traces() {
        return sql.sql("SELECT count(*) FROM access.identity_read")
                .query(Long.class)
                .single();
    }
}
