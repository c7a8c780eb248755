package io.huiyin.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.huiyin.server.identity.ResidentStore.Known;
import io.huiyin.server.identity.ResidentStore.NewPerson;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.web.NotFound;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 服务对象: residents, agents and enterprises. The database finds the same one again by a blind index, and holds name and contact
 * only sealed under a key of that person's own.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Residents {

    private static final byte[] NOTHING = new byte[0];

    private final ResidentStore store;
    private final Keys keys;

    Residents(ResidentStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * A person in the database.
     *
     * @param hasContact whether somebody could be called back
     */
    public record Sealed(UUID id, boolean hasContact) {}

    /**
     * Finds or makes the persons, in the residents' order; null where nothing is given to know one by. A name or contact that is
     * already sealed is never replaced: nobody who is assessed may change whom the interviewers call.
     */
    public List<@Nullable Sealed> seal(List<@Nullable Resident> residents) {
        List<@Nullable BlindKey> blind = new ArrayList<>(residents.size());
        Map<BlindKey, Resident> distinct = new LinkedHashMap<>();
        for (Resident resident : residents) {
            BlindKey index = resident == null || resident.sealed() != null ? null : blindKey(resident);
            blind.add(index);
            if (index != null && resident != null)
                distinct.merge(index, resident, (one, other) -> knowsMore(other, one) ? other : one);
        }
        Map<BlindKey, Sealed> sealed = find(distinct);
        List<@Nullable Sealed> answers = new ArrayList<>(residents.size());
        for (int i = 0; i < residents.size(); i++) {
            BlindKey index = blind.get(i);
            answers.add(index == null ? known(residents.get(i)) : sealed.get(index));
        }
        return answers;
    }

    /**
     * Opens a sealed identity. Only the access module calls this, in the transaction that writes the trace of who looked and why:
     * no trace, no plaintext.
     *
     * @throws NotFound when nobody is known by the id
     */
    public Opened open(UUID person) {
        ResidentStore.SealedRow row = store.sealed(person).orElseThrow(() -> new NotFound("person"));
        byte[] own = keys.unwrap("person", row.wrappedKey(), bytes(person));
        if (row.sealed() == null) return new Opened("", "");
        String plain = new String(Envelope.open(new SecretKeySpec(own, "AES"), row.sealed(), bytes(person)), UTF_8);
        int line = plain.indexOf('\n');
        return new Opened(plain.substring(0, line), plain.substring(line + 1));
    }

    private @Nullable Sealed known(@Nullable Resident resident) {
        return resident == null || resident.sealed() == null
                ? null
                : store.known(resident.sealed()).orElseThrow(() -> new NotFound("person"));
    }

    private Map<BlindKey, Sealed> find(Map<BlindKey, Resident> wanted) {
        Map<BlindKey, Sealed> found = new LinkedHashMap<>();
        Map<UUID, Resident> completed = new LinkedHashMap<>();
        for (Known known : store.known(wanted.keySet())) {
            BlindKey index = new BlindKey(known.blindKey());
            Resident resident = Objects.requireNonNull(wanted.get(index));
            boolean news = !known.isSealed() && plain(resident).length > 0;
            if (news) completed.put(known.id(), resident);
            found.put(index, new Sealed(known.id(), known.hasContact() || news && resident.contact() != null));
        }
        complete(completed);
        List<NewPerson> missing = new ArrayList<>();
        wanted.forEach((index, resident) -> {
            if (found.containsKey(index)) return;
            NewPerson person = newPerson(index, resident);
            missing.add(person);
            found.put(index, new Sealed(person.id(), person.hasContact()));
        });
        store.insert(missing);
        return found;
    }

    private NewPerson newPerson(BlindKey index, Resident resident) {
        UUID id = Ids.next();
        byte[] own = Envelope.random(32);
        byte[] plain = plain(resident);
        byte[] sealed = plain.length == 0 ? null : Envelope.seal(new SecretKeySpec(own, "AES"), plain, bytes(id));
        return new NewPerson(
                id,
                resident.kind().word(),
                index.bytes(),
                keys.wrap("person", own, bytes(id)),
                sealed,
                resident.contact() != null);
    }

    private void complete(Map<UUID, Resident> completed) {
        completed.forEach((id, resident) -> {
            ResidentStore.SealedRow row = store.sealed(id).orElseThrow();
            byte[] own = keys.unwrap("person", row.wrappedKey(), bytes(id));
            byte[] sealed = Envelope.seal(new SecretKeySpec(own, "AES"), plain(resident), bytes(id));
            store.complete(id, sealed, resident.contact() != null);
        });
    }

    private @Nullable BlindKey blindKey(Resident resident) {
        String known = resident.key() != null
                ? "key " + resident.key()
                : resident.contact() != null ? "contact " + dialled(resident.contact()) : null;
        return known == null ? null : new BlindKey(keys.hmac("recipient", known.getBytes(UTF_8)));
    }

    /** A blind index as a key of a map; its first bytes are as good a hash as any. */
    record BlindKey(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BlindKey key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        }
    }

    /** One telephone number however it is written. */
    private static String dialled(String contact) {
        return contact.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)86", "");
    }

    private static boolean knowsMore(Resident one, Resident other) {
        return one.contact() != null && other.contact() == null;
    }

    private static byte[] plain(Resident resident) {
        if (resident.name() == null && resident.contact() == null) return NOTHING;
        return (oneLine(resident.name()) + "\n" + oneLine(resident.contact())).getBytes(UTF_8);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
