package io.huiyin.server.identity;

import org.jspecify.annotations.Nullable;

/**
 * 服务对象 as a file or a form names them, before they are sealed. Never printed.
 *
 * @param key what the platform knows the recipient by; null where it gives none, and then the contact is the key
 */
public record Resident(
        RecipientKind kind,
        @Nullable String key,
        @Nullable String name,
        @Nullable String contact) {

    @Override
    public String toString() {
        return "a resident";
    }
}
