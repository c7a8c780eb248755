package io.huiyin.server.matter;

import io.huiyin.server.identity.Resident;
import io.huiyin.server.organization.ServiceClass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 办件 as a platform, a petition or the demo names it.
 *
 * @param number the platform's own identifier; finds the matter again
 * @param due the promised day; null where the service item's promise applies, if it has one
 * @param ending null while the matter is open
 * @param recipient null where nobody is named
 * @param digest of what was said: the same again changes nothing
 */
public record NewMatter(
        String number,
        Origin origin,
        Place place,
        Service service,
        Hands hands,
        Instant openedAt,
        @Nullable LocalDate due,
        @Nullable Ending ending,
        @Nullable Resident recipient,
        boolean byProxy,
        byte[] digest) {

    /** Where the record comes from; what is not known is empty. */
    public record Origin(String channel, String contactSource, String sourceSystem, String externalId) {
        public static final Origin UNKNOWN = new Origin("", "", "", "");
    }

    /** Unit, and section and post as far as they are known. */
    public record Place(
            String unit, @Nullable String section, @Nullable String post) {
        public static Place unit(String code) {
            return new Place(code, null, null);
        }
    }

    /**
     * The kind of matter. An item that is not known yet is made, of the class that is said, else promised-time.
     *
     * @param name null: known already, or called by its code
     * @param serviceClass null: the item's own
     */
    public record Service(
            String code, @Nullable String name, @Nullable ServiceClass serviceClass) {}

    /** The officials who received, decided and delivered, as far as they are named. */
    public record Hands(
            @Nullable String received,
            @Nullable String decided,
            @Nullable String delivered) {
        public static final Hands NOBODY = new Hands(null, null, null);
    }

    /** When and how it was closed. */
    public record Ending(Instant at, Outcome outcome) {}
}
