package io.huiyin.server.matter;

import io.huiyin.server.identity.Residents.Sealed;
import io.huiyin.server.matter.NewMatter.Ending;
import io.huiyin.server.organization.ServiceClass;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matter as it goes into the table: everything it refers to has been found. */
final class MatterRow {

    private final UUID id;
    private final NewMatter matter;
    private final ServiceClass serviceClass;
    private final @Nullable LocalDate due;
    private final @Nullable Sealed person;
    private @Nullable UUID closingEntry;
    private byte @Nullable [] closingSalt;

    MatterRow(UUID id, NewMatter matter, ServiceClass serviceClass, @Nullable LocalDate due, @Nullable Sealed person) {
        this.id = id;
        this.matter = matter;
        this.serviceClass = serviceClass;
        this.due = due;
        this.person = person;
    }

    UUID id() {
        return id;
    }

    NewMatter matter() {
        return matter;
    }

    ServiceClass serviceClass() {
        return serviceClass;
    }

    @Nullable
    LocalDate due() {
        return due;
    }

    @Nullable
    UUID person() {
        return person == null ? null : person.id();
    }

    boolean hasContact() {
        return person != null && person.hasContact();
    }

    boolean closed() {
        return matter.ending() != null;
    }

    /** Only of a closed matter. */
    Ending ending() {
        if (matter.ending() == null) throw new IllegalStateException("open: " + id);
        return matter.ending();
    }

    void sealed(UUID entry, byte[] salt) {
        closingEntry = entry;
        closingSalt = salt;
    }

    @Nullable
    UUID closingEntry() {
        return closingEntry;
    }

    byte @Nullable [] closingSalt() {
        return closingSalt;
    }
}
