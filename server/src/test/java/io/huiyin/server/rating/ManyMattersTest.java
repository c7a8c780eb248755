package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestDatabase;
import io.huiyin.server.rating.Invitations.Closed;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county's quarter at once: invitations and ratings go in by set statements, not one by one. */
@HuiyinTest
class ManyMattersTest {

    private static final int MATTERS = 10_000;

    @Autowired
    Invitations invitations;

    @Autowired
    Ratings ratings;

    @Autowired
    JdbcClient sql;

    @Test
    void ten_thousand_matters_are_invited_to_and_rated_in_two_batches() throws Exception {
        AMatter first = AMatter.closed();
        first.in();
        try (Connection db = TestDatabase.superuser();
                Statement statement = db.createStatement()) {
            statement.execute(
                    "INSERT INTO matter.matter (id, matter_no, unit_code, service_code, service_class, opened_at, closed_at,"
                            + " outcome, has_contact, row_digest) SELECT gen_random_uuid(), 'N' || n, 'MZ', 'DB', 'promised-time',"
                            + " '2026-09-01', '2026-09-10', 'done', false, '\\x00' FROM generate_series(1, " + MATTERS
                            + ") n");
        }
        Instant closed = Instant.parse("2026-09-10T00:00:00Z");
        List<UUID> matters = sql.sql("SELECT id FROM matter.shared_matter WHERE matter_no LIKE 'N%'")
                .query(UUID.class)
                .list();
        for (List<UUID> some : batches(matters))
            invitations.open(some.stream().map(id -> new Closed(id, closed)).toList());
        for (List<UUID> some : batches(matters))
            ratings.record(some.stream()
                    .map(id -> new Rating(
                            UUID.randomUUID(),
                            id,
                            Channel.OWN,
                            "",
                            Opinion.of(1 + Math.floorMod(id.hashCode(), 5)),
                            closed.plusSeconds(60)))
                    .toList());
        assertThat(sql.sql("SELECT count(*) FROM rating.shared_counting")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MATTERS);
        assertThat(sql.sql("SELECT count(*) FROM rectification.work_order")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(MATTERS / 4);
    }

    private static List<List<UUID>> batches(List<UUID> all) {
        List<List<UUID>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 5_000)
            batches.add(all.subList(from, Math.min(all.size(), from + 5_000)));
        return batches;
    }
}
