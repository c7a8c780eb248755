package io.huiyin.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class LedgerTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Test
    void an_entry_belongs_to_the_transaction_of_its_fact() {
        transaction.executeWithoutResult(status -> {
            ledger.append(EntryKind.DRAW, Map.of("seed", "00"));
            status.setRollbackOnly();
        });
        assertThat(count("ledger.entry")).isZero();
        assertThatThrownBy(() -> ledger.append(EntryKind.DRAW, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void positions_have_no_gap_and_every_entry_gets_one() {
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 25; i++) {
                        int n = i;
                        transaction.executeWithoutResult(
                                status -> ledger.append(EntryKind.DRAW, Map.of("writer", writer, "n", n)));
                    }
                }))
                .toList();
        List<Thread> sequencers = IntStream.range(0, 2)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int round = 0; round < 20; round++) sequencer.placeAll();
                }))
                .toList();
        join(writers);
        join(sequencers);
        sequencer.placeAll();
        assertThat(sql.sql("SELECT position FROM ledger.place ORDER BY position")
                        .query(Long.class)
                        .list())
                .isEqualTo(IntStream.range(0, 100).mapToObj(Long::valueOf).toList());
        assertThat(count("ledger.waiting")).isZero();
    }

    @Test
    void the_leaf_hash_is_that_of_the_canonical_bytes() {
        transaction.executeWithoutResult(status -> ledger.append(EntryKind.RATING, Map.of("commitment", "ab", "a", 1)));
        byte[] body =
                sql.sql("SELECT body FROM ledger.entry").query(byte[].class).single();
        assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1,\"commitment\":\"ab\",\"kind\":\"rating\"}");
        assertThat(sql.sql("SELECT leaf_hash FROM ledger.entry")
                        .query(byte[].class)
                        .single())
                .isEqualTo(Hashes.leaf(body));
    }

    private static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
