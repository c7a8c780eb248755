package io.huiyin.server.web;

import io.huiyin.server.sql.SqlTime;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries codes or passwords: attempts of one kind are counted in fixed windows of time, for all servers
 * together. No address is kept, only a tag of its neighbourhood (the first three bytes of IPv4, the first eight of IPv6) under a
 * secret that is thrown away with the day.
 */
@Component
public class RateLimit {

    private final RateLimitStore store;
    private final Clock clock;
    private final boolean sweeps;
    private volatile @Nullable DaySalt today;

    RateLimit(RateLimitStore store, Clock clock, @Value("${huiyin.sweep}") boolean sweeps) {
        this.store = store;
        this.clock = clock;
        this.sweeps = sweeps;
    }

    /**
     * How often something may be tried.
     *
     * @param kind what is tried; each kind is counted by itself
     * @param most attempts allowed from one neighbourhood in one window
     */
    public record Limit(String kind, int most, Duration window) {}

    /**
     * What became of an attempt.
     *
     * @param secondsToWait until the next window; 0 when allowed
     */
    public record Attempt(boolean allowed, long secondsToWait) {}

    private record DaySalt(LocalDate day, byte[] salt) {}

    /** Counts one attempt from the request's neighbourhood. */
    public Attempt attempt(HttpServletRequest request, Limit limit) {
        return attempt(neighbourhood(request.getRemoteAddr()), limit);
    }

    /** Whether the request's neighbourhood has attempts left, without counting one: for what only wrong guesses use up. */
    public Attempt left(HttpServletRequest request, Limit limit) {
        Instant now = clock.instant();
        long window = limit.window().toSeconds();
        long ends = (now.getEpochSecond() / window + 1) * window;
        long made = store.made(tag(limit.kind(), neighbourhood(request.getRemoteAddr())), Instant.ofEpochSecond(ends));
        return made < limit.most() ? new Attempt(true, 0) : new Attempt(false, ends - now.getEpochSecond());
    }

    /** Looks up what a code opens, unless the request's neighbourhood has guessed wrong too often; a wrong guess is counted. */
    public <T> Guess<T> guess(HttpServletRequest request, Limit limit, Supplier<Optional<T>> opening) {
        Attempt left = left(request, limit);
        if (!left.allowed()) return new Guess.TooMany<>((left.secondsToWait() + 59) / 60);
        Optional<T> opened = opening.get();
        if (opened.isPresent()) return new Guess.Right<>(opened.get());
        attempt(request, limit);
        return new Guess.Wrong<>();
    }

    private Attempt attempt(String from, Limit limit) {
        Instant now = clock.instant();
        long window = limit.window().toSeconds();
        long ends = (now.getEpochSecond() / window + 1) * window;
        long made = store.count(tag(limit.kind(), from), Instant.ofEpochSecond(ends));
        return made <= limit.most() ? new Attempt(true, 0) : new Attempt(false, ends - now.getEpochSecond());
    }

    /** Recognizes a text for the rest of the day, on every server, without keeping it: 16 bytes. */
    public byte[] tag(String kind, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt(), "HmacSHA256"));
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256", e);
        }
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void sweep() {
        if (sweeps) store.sweep(clock.instant(), SqlTime.day(clock.instant()));
    }

    private byte[] salt() {
        LocalDate day = SqlTime.day(clock.instant());
        DaySalt known = today;
        if (known == null || !known.day().equals(day)) {
            known = new DaySalt(day, store.salt(day));
            today = known;
        }
        return known.salt();
    }

    /** One household or office, not one machine: an IPv6 customer has 2^64 addresses to try from. */
    static String neighbourhood(String address) {
        byte[] bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 8);
    }
}
