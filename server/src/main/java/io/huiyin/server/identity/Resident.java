package io.huiyin.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 服务对象 as a file or a form names them, before they are sealed. Never printed.
 *
 * @param key what the platform knows the recipient by; null where it gives none, and then the contact is the key
 * @param sealed the id of somebody who has been sealed before; null: whoever key or contact find
 */
public record Resident(
        RecipientKind kind,
        @Nullable String key,
        @Nullable String name,
        @Nullable String contact,
        @Nullable UUID sealed) {

    public Resident(RecipientKind kind, @Nullable String key, @Nullable String name, @Nullable String contact) {
        this(kind, key, name, contact, null);
    }

    /** Somebody who has been sealed before. */
    public static Resident sealed(UUID person) {
        return new Resident(RecipientKind.PERSON, null, null, null, person);
    }

    @Override
    public String toString() {
        return "a resident";
    }
}
