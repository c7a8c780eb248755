package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.rating.Giving.AlreadyGiven;
import io.huiyin.server.rating.Giving.Given;
import io.huiyin.server.rating.Invitations.Closed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class RatingsTest {

    static final SignedIn HANDLER = new SignedIn(new UUID(0, 1), "handler", "王", Role.HANDLER, "MZ", null);

    @Autowired
    Ratings ratings;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    UUID matter;
    String key;

    @BeforeEach
    void a_closed_matter() {
        AMatter closed = AMatter.closed();
        matter = closed.in();
        invitations.open(List.of(new Closed(matter, closed.closedAt())));
        key = invitations.slip(matter).orElseThrow().secret();
    }

    @Test
    void a_rating_is_stored_whole_with_its_entry_in_the_log() {
        Opinion opinion = new Opinion(
                2, Map.of(Question.ATTITUDE, 1, Question.AGREE, 2), List.of("214", "209"), "<b>慢</b>'; --", true);
        assertThat(ratings.give(key, UUID.randomUUID(), opinion)).isInstanceOf(Given.class);
        Map<String, Object> row = sql.sql("SELECT * FROM rating.rating").query().singleRow();
        assertThat(row)
                .containsEntry("overall", 2)
                .containsEntry("attitude", 1)
                .containsEntry("agree", 2)
                .containsEntry("happy", null)
                .containsEntry("channel", "own")
                .containsEntry("comment", "<b>慢</b>'; --")
                .containsEntry("may_contact", true);
        assertThat(sql.sql("SELECT array_to_string(reasons, ',') FROM rating.rating")
                        .query(String.class)
                        .single())
                .isEqualTo("209,214");
        assertThat(sql.sql(
                                "SELECT count(*) FROM ledger.entry e JOIN rating.rating r USING (leaf_hash) WHERE e.kind = 'rating'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void the_log_names_neither_matter_nor_level_nor_time() {
        ratings.give(key, UUID.randomUUID(), Opinion.of(1));
        String entry = sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry")
                .query(String.class)
                .single();
        assertThat(entry).matches("\\{\"commitment\":\"[0-9a-f]{64}\",\"kind\":\"rating\"}");
    }

    @Test
    void the_same_submission_again_is_one_row_with_one_receipt() {
        UUID submission = UUID.randomUUID();
        Given first = (Given) ratings.give(key, submission, Opinion.of(4));
        AlreadyGiven again = (AlreadyGiven) ratings.give(key, submission, Opinion.of(5));
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(again.overall()).isEqualTo(4);
        assertThat(rows()).isOne();
        assertThat(sql.sql("SELECT count(*) FROM ledger.entry")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void fifty_at_once_of_one_submission_are_one_row_and_of_two_different_ones_two() throws Exception {
        UUID one = UUID.randomUUID();
        List<Giving> outcomes = atOnce(50, i -> ratings.give(key, one, Opinion.of(4)));
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Given).hasSize(1);
        assertThat(outcomes.stream().map(RatingsTest::receipt)).containsOnly(receipt(outcomes.getFirst()));
        assertThat(rows()).isOne();

        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        atOnce(50, i -> ratings.give(key, i % 2 == 0 ? two : three, Opinion.of(3)));
        assertThat(rows()).isEqualTo(3);
        assertThat(sql.sql("SELECT count(*) FROM ledger.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_second_rating_is_a_second_row_and_the_last_counts() {
        ratings.give(key, UUID.randomUUID(), Opinion.of(5));
        clock.pass(Duration.ofMinutes(1));
        ratings.give(key, UUID.randomUUID(), Opinion.of(2));
        assertThat(rows()).isEqualTo(2);
        assertThat(counting("overall")).isEqualTo(2);
    }

    @Test
    void of_two_in_one_instant_the_one_stored_last_counts() {
        ratings.give(key, UUID.randomUUID(), Opinion.of(5));
        ratings.give(key, UUID.randomUUID(), Opinion.of(1));
        assertThat(counting("overall")).isEqualTo(1);
    }

    @Test
    void the_last_counts_whatever_the_order_of_arrival() {
        Random random = new Random(20_261_014);
        for (int round = 0; round < 10; round++) {
            AMatter closed = AMatter.closed().number("order-" + round);
            UUID id = closed.in();
            invitations.open(List.of(new Closed(id, closed.closedAt())));
            List<Rating> inOrder = IntStream.range(0, 6)
                    .mapToObj(i -> new Rating(
                            UUID.randomUUID(),
                            id,
                            Channel.PAPER,
                            "",
                            Opinion.of(1 + random.nextInt(5)),
                            closed.closedAt().plusSeconds(60L * i)))
                    .toList();
            List<Rating> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, random);
            ratings.record(shuffled.subList(0, 3));
            ratings.record(shuffled.subList(3, 6));
            assertThat(sql.sql("SELECT overall FROM rating.shared_counting WHERE matter_id = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(inOrder.getLast().opinion().overall());
        }
    }

    @Test
    void a_tap_at_the_counter_neither_uses_the_invitation_up_nor_outdoes_it() {
        ratings.tap(matter, UUID.randomUUID(), 5, HANDLER);
        assertThat(counting("overall")).isEqualTo(5);
        clock.pass(Duration.ofMinutes(1));
        ratings.give(key, UUID.randomUUID(), Opinion.of(1));
        clock.pass(Duration.ofMinutes(1));
        ratings.tap(matter, UUID.randomUUID(), 5, HANDLER);
        assertThat(counting("overall")).isEqualTo(1);
        assertThat(counting("counter")).isEqualTo(5);
        assertThat(sql.sql("SELECT DISTINCT terminal FROM rating.rating WHERE channel = 'counter'")
                        .query(String.class)
                        .single())
                .isEqualTo("handler");
    }

    @Test
    void a_tap_belongs_to_the_own_unit() {
        SignedIn other = new SignedIn(new UUID(0, 2), "other", "李", Role.HANDLER, "GA", null);
        assertThatThrownBy(() -> ratings.tap(matter, UUID.randomUUID(), 5, other))
                .isInstanceOf(io.huiyin.server.web.Denied.class);
    }

    @Test
    void nothing_is_stored_after_the_close_or_with_a_forged_secret() {
        assertThat(ratings.give("abcdefghijklmnopqrstuvwxyz", UUID.randomUUID(), Opinion.of(5)))
                .isEqualTo(new Giving.NotOpen(new Opening.Unknown()));
        clock.set(Instant.parse("2026-11-09T16:00:00Z"));
        assertThat(ratings.give(key, UUID.randomUUID(), Opinion.of(5)))
                .isEqualTo(new Giving.NotOpen(new Opening.Expired(java.time.LocalDate.of(2026, 11, 9))));
        assertThat(rows()).isZero();
    }

    @Test
    void a_submission_of_another_matter_is_not_answered() {
        UUID submission = UUID.randomUUID();
        ratings.give(key, submission, Opinion.of(5));
        AMatter other = AMatter.closed().number("M-2");
        UUID id = other.in();
        invitations.open(List.of(new Closed(id, other.closedAt())));
        assertThat(ratings.give(invitations.slip(id).orElseThrow().secret(), submission, Opinion.of(5)))
                .isEqualTo(new Giving.NotOpen(new Opening.Unknown()));
    }

    @Test
    void what_cannot_be_right_is_named() {
        Opinion wrong = new Opinion(5, Map.of(Question.DONE, 9), List.of("214", "no such"), "长".repeat(2001), false);
        assertThat(ratings.give(key, UUID.randomUUID(), wrong))
                .isInstanceOfSatisfying(
                        Giving.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .isEqualTo(Set.of(Fault.ANSWER, Fault.REASON, Fault.COMMENT_TOO_LONG)));
        assertThat(ratings.give(key, UUID.randomUUID(), Opinion.of(6)))
                .isInstanceOfSatisfying(
                        Giving.Faulty.class,
                        faulty -> assertThat(faulty.faults()).isEqualTo(Set.of(Fault.LEVEL)));
        assertThat(rows()).isZero();
    }

    @Test
    void the_application_can_neither_change_nor_delete_a_rating_or_an_invitation() {
        ratings.give(key, UUID.randomUUID(), Opinion.of(1));
        for (String statement : List.of(
                "UPDATE rating.rating SET overall = 5",
                "DELETE FROM rating.rating",
                "TRUNCATE rating.rating",
                "UPDATE rating.invitation SET closes_at = now()",
                "DELETE FROM rating.invitation",
                "UPDATE rating.reason SET level = 5"))
            assertThatThrownBy(() -> sql.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
        assertThat(counting("overall")).isEqualTo(1);
    }

    @Test
    void recording_the_same_ratings_twice_changes_nothing() {
        List<Rating> some = List.of(
                new Rating(new UUID(1, 1), matter, Channel.COUNTER, "T1", Opinion.of(5), clock.instant()),
                new Rating(new UUID(1, 2), matter, Channel.CALL, "", Opinion.of(3), clock.instant()));
        assertThat(ratings.record(some)).containsExactly(new UUID(1, 1), new UUID(1, 2));
        assertThat(ratings.record(some)).isEmpty();
        assertThat(rows()).isEqualTo(2);
        assertThat(counting("overall")).isEqualTo(3);
    }

    private static List<Giving> atOnce(int times, java.util.function.IntFunction<Giving> act) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Giving>> all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return act.apply(i);
                    }))
                    .toList();
            start.countDown();
            List<Giving> outcomes = new ArrayList<>();
            for (Future<Giving> one : all) outcomes.add(one.get());
            return outcomes;
        }
    }

    private static String receipt(Giving outcome) {
        return switch (outcome) {
            case Given given -> given.receipt().digits();
            case AlreadyGiven given -> given.receipt().digits();
            case Giving.NotOpen no -> no.toString();
            case Giving.Faulty no -> no.toString();
        };
    }

    private long rows() {
        return sql.sql("SELECT count(*) FROM rating.rating").query(Long.class).single();
    }

    private int counting(String column) {
        return sql.sql("SELECT " + column + " FROM rating.shared_counting WHERE matter_id = :id")
                .param("id", matter)
                .query(Integer.class)
                .single();
    }
}
