package io.huiyin.server.supervision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking as it is typed, by the visitor or by the clerk on the telephone. */
record BookingForm(
        @Nullable String submission,
        @Nullable String slot,
        @Nullable String subject,
        @Nullable String name,
        @Nullable String contact,
        @Nullable String queryCode) {

    static BookingForm of(String slot) {
        return new BookingForm(UUID.randomUUID().toString(), slot, null, null, null, null);
    }

    String text(@Nullable String field) {
        return Typed.text(field);
    }

    @Nullable
    UUID slotId() {
        return Typed.id(slot);
    }

    Receptions.Booking booking(String channel, String query) {
        return new Receptions.Booking(
                Typed.submission(submission), slotId(), text(subject), text(name), text(contact), query, channel);
    }
}
