package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import io.huiyin.server.rating.Invitations.Closed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class InvitationsTest {

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationKeys keys;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    @Test
    void a_closed_matter_is_opened_by_its_code_and_by_its_secret() {
        UUID matter = invited(AMatter.closed());
        Slip slip = invitations.slip(matter).orElseThrow();
        assertThat(slip.secret()).matches("[a-z2-7]{26}");
        assertThat(slip.until()).isEqualTo(LocalDate.of(2026, 11, 9));
        for (String key : List.of(
                slip.code().digits(),
                slip.code().spaced(),
                slip.secret(),
                slip.secret().toUpperCase(java.util.Locale.ROOT))) {
            assertThat(invitations.open(key)).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
                assertThat(opened.invitation().matter()).isEqualTo(matter);
                assertThat(opened.invitation().serviceName()).isEqualTo("低保申请");
            });
        }
    }

    @Test
    void the_database_holds_neither_code_nor_secret() {
        UUID matter = invited(AMatter.closed());
        Slip slip = invitations.slip(matter).orElseThrow();
        String row = sql.sql("SELECT i::text FROM rating.invitation i")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(slip.secret(), slip.code().digits());
    }

    @Test
    void the_same_slip_can_be_printed_again_and_a_matter_is_invited_once() {
        AMatter matter = AMatter.closed();
        UUID id = invited(matter);
        Slip first = invitations.slip(id).orElseThrow();
        invitations.open(List.of(new Closed(id, matter.closedAt())));
        assertThat(invitations.slip(id)).contains(first);
        assertThat(sql.sql("SELECT count(*) FROM rating.invitation")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_code_that_is_taken_is_passed_over() {
        AMatter second = AMatter.closed().number("M-2");
        UUID taken = AMatter.closed().in();
        UUID id = second.in();
        sql.sql("INSERT INTO rating.invitation VALUES (:matter, :tag, :hash, now(), now() + interval '1 day', 0)")
                .param("matter", taken)
                .param("tag", keys.tag(keys.code(id, 0)))
                .param("hash", keys.hash("x"))
                .update();
        invitations.open(List.of(new Closed(id, second.closedAt())));
        assertThat(invitations.slip(id).orElseThrow().code()).isEqualTo(keys.code(id, 1));
    }

    @Test
    void a_wrong_code_is_told_apart_from_an_unknown_one() {
        UUID matter = invited(AMatter.closed());
        String code = invitations.slip(matter).orElseThrow().code().digits();
        assertThat(invitations.open(code.substring(1))).isEqualTo(new Opening.WrongLength(15));
        char other = code.charAt(3) == '7' ? '8' : '7';
        assertThat(invitations.open(code.substring(0, 3) + other + code.substring(4)))
                .isEqualTo(new Opening.Mistyped());
        assertThat(invitations.open(Code.of(12_345).digits())).isEqualTo(new Opening.Unknown());
        assertThat(invitations.open("abcdefghijklmnopqrstuvwxyz")).isEqualTo(new Opening.Unknown());
        assertThat(invitations.open("  ")).isEqualTo(new Opening.Empty());
        assertThat(invitations.open("'; DROP TABLE rating.rating; --")).isEqualTo(new Opening.WrongLength(0));
    }

    @Test
    void an_invitation_is_usable_at_once_and_for_thirty_whole_days() {
        UUID matter = invited(AMatter.closed());
        String secret = invitations.slip(matter).orElseThrow().secret();
        clock.set(Instant.parse("2026-10-10T01:59:59Z"));
        assertThat(invitations.open(secret)).isEqualTo(new Opening.NotYet(LocalDate.of(2026, 10, 10)));
        clock.pass(Duration.ofSeconds(1));
        assertThat(invitations.open(secret)).isInstanceOf(Opening.Opened.class);
        clock.set(Instant.parse("2026-11-09T15:59:59Z")); // one second before midnight in China
        assertThat(invitations.open(secret)).isInstanceOf(Opening.Opened.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(invitations.open(secret)).isEqualTo(new Opening.Expired(LocalDate.of(2026, 11, 9)));
    }

    @Test
    void an_open_matter_has_no_slip() {
        assertThat(invitations.slip(AMatter.closed().closedAt(null).in())).isEmpty();
    }

    private UUID invited(AMatter matter) {
        UUID id = matter.in();
        invitations.open(List.of(new Closed(id, matter.closedAt())));
        return id;
    }
}
