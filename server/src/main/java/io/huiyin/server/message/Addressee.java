package io.huiyin.server.message;

import java.util.UUID;

/** Whom a message is for, by the id under which their contact is kept. */
public record Addressee(Kind kind, UUID id) {

    /** Who keeps the contact. */
    public enum Kind {
        /** A resident, whose identity is sealed. */
        PERSON,
        /** A member of staff. */
        ACCOUNT,
        /** An authority outside that has no account. */
        OFFICE
    }

    public static Addressee person(UUID id) {
        return new Addressee(Kind.PERSON, id);
    }

    public static Addressee office(UUID id) {
        return new Addressee(Kind.OFFICE, id);
    }

    public static Addressee account(UUID id) {
        return new Addressee(Kind.ACCOUNT, id);
    }
}
