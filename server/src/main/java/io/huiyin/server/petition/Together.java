package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 批量办理: one move for several petitions. Each is checked by itself, against the table, recusal and what was seen, and in a transaction
 * of its own: one that cannot be moved holds up no other.
 */
@Component
class Together {

    /** As many as a part of the list has rows. */
    static final int MOST = PetitionDesk.ROWS;

    /** To a handler: a petition that was accepted is taken, one that somebody has is handed over. */
    static final String HAND = "hand";

    private final Life life;
    private final LifeStore store;
    private final PetitionDesk desk;

    Together(Life life, LifeStore store, PetitionDesk desk) {
        this.life = life;
        this.store = store;
        this.desk = desk;
    }

    /**
     * A petition as it was ticked.
     *
     * @param seen its version in the list
     */
    record Chosen(UUID id, long seen) {

        /** Absent when the text is none. */
        static Optional<Chosen> read(String text) {
            String[] parts = text.split("~", 2);
            try {
                return parts.length < 2
                        ? Optional.empty()
                        : Optional.of(new Chosen(UUID.fromString(parts[0]), Long.parseLong(parts[1])));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * What became of one.
     *
     * @param petition null: not found, or not to be seen by whoever asked
     * @param refused the sentence that says why nothing was done; null: it was done
     */
    record Done(
            UUID id,
            PetitionDeskStore.@Nullable Line petition,
            @Nullable String refused) {}

    /** One line for each that was chosen, in the list's order; one ticked twice is one. */
    List<Done> move(Stream<Chosen> chosen, Wish wish, SignedIn by) {
        return chosen.distinct().limit(MOST).map(one -> moved(one, wish, by)).toList();
    }

    private Done moved(Chosen one, Wish wish, SignedIn by) {
        try {
            desk.open(one.id(), by);
            String refused = refused(one, wish, Actor.of(by));
            return new Done(one.id(), desk.open(one.id(), by).petition().line(), refused);
        } catch (NotFound hidden) {
            return new Done(one.id(), null, "petition.together.gone");
        }
    }

    private @Nullable String refused(Chosen one, Wish wish, Actor by) {
        LifeRow row = store.find(one.id()).orElseThrow();
        if (already(row, wish)) return "petition.together.already";
        try {
            return switch (life.move(one.id(), wish.of(moveOf(row, wish), one.seen()), by)) {
                case Moving.Moved moved -> null;
                case Moving.Refused not -> not.key();
            };
        } catch (StaleRow stale) {
            return "petition.together.stale";
        }
    }

    private static String moveOf(LifeRow row, Wish wish) {
        if (!wish.move().equals(HAND)) return wish.move();
        return row.procedure() == Procedure.ACCEPTED ? "take" : "hand-over";
    }

    /** The same form sent again finds everything done. */
    private boolean already(LifeRow row, Wish wish) {
        return switch (wish.move()) {
            case "transfer" ->
                row.procedure() == Procedure.TRANSFERRED && wish.unit().equals(row.unit());
            case "assign" ->
                row.procedure() == Procedure.ASSIGNED && wish.unit().equals(row.unit());
            case HAND -> row.procedure() == Procedure.IN_HAND && life.handles(row, wish.handler());
            default -> false;
        };
    }
}
