package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final String SEED = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";

    @Test
    void rank_is_the_published_test_vector_of_hmac_sha256() {
        // RFC 4231, test case 1
        assertThat(Draw.bySeed(SEED).rank("Hi There"))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void the_smallest_ranks_are_the_sample_and_the_next_ones_the_reserve() throws NoSuchAlgorithmException {
        TreeMap<String, String> byRank = new TreeMap<>();
        List<String> matters = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            matters.add("办件-" + i);
            byRank.put(hmac(HexFormat.of().parseHex(SEED), "办件-" + i), "办件-" + i);
        }
        List<String> expected = byRank.values().stream().limit(12).toList();
        Collections.shuffle(matters, new Random(3));
        Draw.Lot lot = Draw.bySeed(SEED.toUpperCase(java.util.Locale.ROOT)).lot(new Draw.Size(8, 4));
        matters.forEach(lot::offer);
        List<Draw.Drawn> drawn = lot.drawn();
        assertThat(drawn.stream().map(Draw.Drawn::matter).toList()).isEqualTo(expected);
        assertThat(drawn.stream().filter(d -> !d.reserve()).toList()).hasSize(8);
        assertThat(drawn.getLast().order()).isEqualTo(12);
        assertThat(drawn.getLast().reserve()).isTrue();
    }

    @Test
    void a_reserve_ends_with_the_stratum_but_a_sample_must_be_there() {
        Draw draw = Draw.bySeed(SEED);
        Draw.Lot enough = draw.lot(new Draw.Size(2, 9));
        Draw.Lot short_ = draw.lot(new Draw.Size(4, 0));
        for (String matter : List.of("1", "2", "3")) {
            enough.offer(matter);
            short_.offer(matter);
        }
        assertThat(enough.drawn()).hasSize(3);
        assertThatThrownBy(short_::drawn).hasMessage("4 matters are wanted of 3");
    }

    @Test
    void a_matter_that_stands_twice_is_refused() {
        Draw.Lot lot = Draw.bySeed(SEED).lot(new Draw.Size(2, 0));
        lot.offer("1");
        lot.offer("1");
        assertThatThrownBy(lot::drawn).hasMessage("matter 1 stands twice in the frame");
    }

    @Test
    void a_seed_must_be_hex() {
        for (String bad : List.of("", "abc", "xy", "0x12")) {
            assertThatThrownBy(() -> Draw.bySeed(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void allocation_is_proportional_with_a_floor() {
        Map<Stratum, Long> matters = Map.of(
                Stratum.of("a", "1"),
                700L,
                Stratum.of("a", "2"),
                200L,
                Stratum.of("a", "3"),
                10L,
                Stratum.of("a", "4"),
                3L,
                Stratum.of("b", "1"),
                50L);
        Map<Stratum, Integer> drawn = Allocation.proportional(matters, 30, 0.3);
        assertThat(drawn.get(Stratum.of("a", "3"))).isEqualTo(4);
        assertThat(drawn.get(Stratum.of("a", "4"))).isEqualTo(3);
        // the other 93 go 7 to 2
        assertThat(drawn.get(Stratum.of("a", "1"))).isEqualTo(72);
        assertThat(drawn.get(Stratum.of("a", "2"))).isEqualTo(21);
        assertThat(drawn.get(Stratum.of("b", "1"))).isEqualTo(50);
    }

    @Test
    void allocation_refuses_an_impossible_response() {
        assertThatThrownBy(() -> Allocation.proportional(Map.of(), 30, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** HMAC written out (RFC 2104), apart from the class under test. */
    private static String hmac(byte[] key, String message) throws NoSuchAlgorithmException {
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            int k = i < key.length ? key[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5c);
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(inner);
        byte[] digest = sha.digest(message.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(digest));
    }
}
