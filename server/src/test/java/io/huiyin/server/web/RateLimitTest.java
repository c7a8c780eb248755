package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@HuiyinTest
class RateLimitTest {

    private static final Limit THREE_A_MINUTE = new Limit("test", 3, Duration.ofMinutes(1));

    @Autowired
    RateLimit limit;

    @Autowired
    RateLimitStore store;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient sql;

    @Test
    void the_fourth_attempt_in_a_minute_waits_for_the_next_minute() {
        clock.pass(Duration.ofSeconds(20));
        for (int i = 0; i < 3; i++)
            assertThat(limit.attempt(from("203.0.113.7"), THREE_A_MINUTE)).isEqualTo(new Attempt(true, 0));
        assertThat(limit.attempt(from("203.0.113.200"), THREE_A_MINUTE)).isEqualTo(new Attempt(false, 40));
        assertThat(limit.attempt(from("203.0.114.7"), THREE_A_MINUTE).allowed()).isTrue();
        clock.pass(Duration.ofSeconds(40));
        assertThat(limit.attempt(from("203.0.113.7"), THREE_A_MINUTE).allowed()).isTrue();
    }

    @Test
    void attempts_at_the_same_instant_are_all_counted() throws InterruptedException {
        AtomicInteger allowed = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 20)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    if (limit.attempt(from("2001:db8::1"), THREE_A_MINUTE).allowed()) allowed.incrementAndGet();
                }))
                .toList();
        for (Thread thread : threads) thread.join();
        assertThat(allowed).hasValue(3);
    }

    @Test
    void no_address_is_kept_and_old_windows_go() {
        limit.attempt(from("203.0.113.7"), THREE_A_MINUTE);
        assertThat(sql.sql("SELECT encode(key, 'hex') FROM web.attempt")
                        .query(String.class)
                        .single())
                .hasSize(32)
                .doesNotContain("cb0071");
        clock.pass(Duration.ofDays(1));
        store.sweep(clock.instant(), java.time.LocalDate.of(2026, 10, 15));
        assertThat(sql.sql("SELECT count(*) FROM web.attempt").query(Long.class).single())
                .isZero();
        assertThat(sql.sql("SELECT count(*) FROM web.day_salt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_neighbourhood_is_24_bits_of_ipv4_and_64_of_ipv6() {
        assertThat(RateLimit.neighbourhood("203.0.113.7")).isEqualTo("cb0071");
        assertThat(RateLimit.neighbourhood("::ffff:203.0.113.7")).isEqualTo("cb0071");
        assertThat(RateLimit.neighbourhood("2001:db8:1:2:3:4:5:6")).isEqualTo("20010db800010002");
        assertThat(RateLimit.neighbourhood("fe80::1%eth0")).isEqualTo("fe80000000000000");
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
