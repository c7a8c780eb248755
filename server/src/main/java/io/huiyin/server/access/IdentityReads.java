package io.huiyin.server.access;

import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.Denied;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 查看身份: every look at a sealed identity has a purpose that the role allows, and leaves a trace that nobody can change. Whether
 * this matter or petition is the asker's own is for the calling module to say first.
 */
@Component
public class IdentityReads {

    /** Stands where a role stands when no person looked. */
    private static final String SYSTEM = "SYSTEM";

    private final IdentityReadStore store;
    private final Residents residents;
    private final Clock clock;

    IdentityReads(IdentityReadStore store, Residents residents, Clock clock) {
        this.store = store;
        this.residents = residents;
        this.clock = clock;
    }

    /**
     * One look as the person looked at sees it; all messages together are one line, so that they do not hide who looked.
     *
     * @param times 1, but for messages
     */
    public record Look(String role, String purpose, Instant at, int times) {}

    /** 谁看过我的信息: newest first. */
    @Transactional(readOnly = true)
    public List<Look> of(UUID person) {
        return store.of(person);
    }

    /**
     * Writes the trace and opens the identity in one transaction: no trace, no plaintext.
     *
     * @param subject what it is needed for, kind and id: {@code call:0199…}
     */
    @Transactional
    public Opened open(SignedIn by, UUID person, Purpose purpose, String subject) {
        if (!purpose.allows(by.role())) throw new Denied("access.denied." + purpose.word());
        if (!subject.matches("[a-z-]+:[0-9A-Za-z.-]{1,100}"))
            throw new IllegalArgumentException("a subject is kind:id, not " + subject);
        Opened opened = residents.open(person);
        store.insert(
                new IdentityReadStore.Read(person, by.account(), by.role().name(), purpose, subject), clock.instant());
        return opened;
    }

    /** For sending a message: nobody sees what is opened, and the trace says which message it was for. */
    @Transactional
    Opened openFor(UUID message, UUID person) {
        Opened opened = residents.open(person);
        store.insert(
                new IdentityReadStore.Read(person, null, SYSTEM, Purpose.MESSAGE, "message:" + message),
                clock.instant());
        return opened;
    }
}
