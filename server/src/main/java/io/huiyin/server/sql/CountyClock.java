package io.huiyin.server.sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only clock; {@code huiyin.today} holds it on one day, whose hours go on (for the demo). */
@Configuration
class CountyClock {

    @Bean
    Clock clock(@Value("${huiyin.today:}") String today) {
        return today.isEmpty() ? Clock.systemUTC() : onDay(LocalDate.parse(today));
    }

    private static Clock onDay(LocalDate day) {
        Clock system = Clock.systemUTC();
        return new Clock() {
            @Override
            public Instant instant() {
                LocalTime now = LocalTime.ofInstant(system.instant(), SqlTime.CHINA);
                return day.atTime(now).atZone(SqlTime.CHINA).toInstant();
            }

            @Override
            public ZoneId getZone() {
                return system.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.offset(system.withZone(zone), Duration.between(system.instant(), instant()));
            }
        };
    }
}
