package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.message.Address;
import io.huiyin.server.message.Channel;
import io.huiyin.server.organization.Units;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 复查复核机关: which bodies there are and how they prove who they are. A body has a number, which stands in its address, and an access
 * code, which is shown once to whoever makes it; only the code's HMAC is kept.
 */
@Component
@Transactional
class ReviewBodies {

    static final int LONGEST_NAME = 100;

    /** Without what can be taken for something else when it is read aloud. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int CODE_LENGTH = 25; // 31^25: 123 bits

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReviewBodyStore store;
    private final PublicNumbers numbers;
    private final QueryCodes queryCodes;
    private final Units units;
    private final Clock clock;

    ReviewBodies(ReviewBodyStore store, PublicNumbers numbers, QueryCodes queryCodes, Units units, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A body as somebody of the desk describes it.
     *
     * @param email where its news goes; empty: nowhere
     * @param own which unit of ours it is; empty: none
     * @param reviewed whose answers it reviews; empty: all units that have no body of their own
     */
    record Described(
            ReviewBody.@Nullable Kind kind,
            String nameZh,
            String nameEn,
            String contact,
            String email,
            String own,
            List<String> reviewed) {}

    /** Number and access code, as they are given to the body; the code is nowhere else. */
    record Access(Code number, String code) {}

    /** What came of describing one. */
    sealed interface Adding {

        record Added(Access access) implements Adding {}

        /** Nothing was kept; the key says why. */
        record Refused(String field, String key) implements Adding {}
    }

    Adding add(Described body) {
        if (body.kind() == null) return new Adding.Refused("kind", "petition.body.kind.empty");
        if (!fits(body.nameZh())) return new Adding.Refused("nameZh", "petition.body.name.wrong");
        if (!fits(body.nameEn())) return new Adding.Refused("nameEn", "petition.body.name.wrong");
        if (!fits(body.contact())) return new Adding.Refused("office", "petition.body.contact.wrong");
        if (!reaches(body.email())) return new Adding.Refused("email", "petition.body.email.wrong");
        if (units.byCode(body.reviewed()).size()
                != body.reviewed().stream().distinct().count())
            return new Adding.Refused("reviewed", "petition.refused.unit");
        if (!body.own().isEmpty() && units.find(body.own()).isEmpty())
            return new Adding.Refused("own", "petition.refused.unit");
        if (body.reviewed().contains(body.own())) return new Adding.Refused("own", "petition.body.itself");
        Access access = access(numbers.fresh(1).getFirst());
        store.insert(
                new ReviewBodyStore.New(
                        Ids.next(),
                        body.kind(),
                        body.nameZh(),
                        body.nameEn(),
                        body.contact(),
                        body.email().isEmpty() ? null : body.email(),
                        body.own().isEmpty() ? null : body.own(),
                        access.number(),
                        tag(access.number(), access.code())),
                body.reviewed().stream().distinct().toList(),
                clock.instant());
        return new Adding.Added(access);
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME;
    }

    private static boolean reaches(String email) {
        return email.isEmpty()
                || Address.of(email)
                        .filter(one -> one.channel() == Channel.MAIL)
                        .isPresent();
    }

    /** Where its news goes from now on; empty: nowhere. Not kept where it is no whole address. */
    boolean reach(UUID id, String email) {
        if (!reaches(email)) return false;
        store.email(id, email.isEmpty() ? null : email);
        return true;
    }

    /** A new code; the one before opens nothing any more. */
    Access renew(UUID id) {
        Access access = access(new Code(store.number(id).orElseThrow(() -> new NotFound("review body"))));
        store.tag(id, tag(access.number(), access.code()));
        return access;
    }

    /** A body that is not in use is asked for nothing, and its code opens nothing; what is before it goes to the supervision office. */
    void use(UUID id, boolean active) {
        store.active(id, active);
    }

    @Transactional(readOnly = true)
    List<ReviewBody> all() {
        return store.all(today());
    }

    /** Absent: number and code do not belong together, or one of them is not known. */
    @Transactional(readOnly = true)
    Optional<ReviewBody> open(Code number, String code) {
        // the same work whether the number is known or not
        byte[] tag = store.tag(number.digits()).orElseGet(() -> new byte[32]);
        return queryCodes.fits(tag, domain(number), code) ? store.byNumber(number.digits(), today()) : Optional.empty();
    }

    private byte[] tag(Code number, String code) {
        return queryCodes.tag(domain(number), code);
    }

    /** No code of a petition can be taken for one of a body. */
    private static String domain(Code number) {
        return "review body " + number.digits();
    }

    private static Access access(Code number) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % 5 == 0) code.append('-');
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Access(number, code.toString());
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
