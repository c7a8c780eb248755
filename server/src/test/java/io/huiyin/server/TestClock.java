package io.huiyin.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stands still until a test moves it; back at {@link #START} before each test: Wednesday, 14 October 2026, 10:00 in China. */
@TestConfiguration
public class TestClock {

    public static final Instant START = Instant.parse("2026-10-14T02:00:00Z");

    @Bean
    @Primary
    public Settable settableClock() {
        return new Settable();
    }

    /** A clock that tests move. */
    public static final class Settable extends Clock {
        private volatile Instant now = START;

        public void set(Instant instant) {
            now = instant;
        }

        public void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the county's zone is SqlTime.CHINA");
        }
    }
}
