package io.huiyin.server.petition;

import io.huiyin.server.identity.Resident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 信访件 as a platform or the demo names it.
 *
 * @param number the platform's own identifier; finds the petition again
 * @param unit code of the competent unit; null while it is with none
 * @param digest of what was said: the same again changes nothing
 */
public record NewPetition(
        String number,
        Instant receivedAt,
        Words words,
        @Nullable Resident petitioner,
        @Nullable String unit,
        Answer answer,
        Source source,
        byte[] digest) {

    /** What was asked; a text that was not supplied is null. */
    public record Words(String title, @Nullable String text) {}

    /** What came back and when, as far as it is known. */
    public record Answer(@Nullable String text, @Nullable Instant at) {
        public static final Answer NONE = new Answer(null, null);
    }

    /** Where the record comes from; what is not known is empty. */
    public record Source(String channel, String system, String externalId) {}
}
