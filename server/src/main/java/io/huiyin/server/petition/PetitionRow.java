package io.huiyin.server.petition;

import io.huiyin.server.petition.PetitionStore.Known;
import io.huiyin.server.sql.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A petition on its way into the table: what its reply is worth, the matter it opened, who it is from. */
final class PetitionRow {

    private final NewPetition petition;
    private final boolean known;
    private final UUID id;
    private final Reply reply;
    private @Nullable UUID matter;
    private @Nullable UUID petitioner;
    private @Nullable String fault;

    PetitionRow(NewPetition petition, @Nullable Known before, Reply reply) {
        this.petition = petition;
        this.known = before != null;
        this.id = before == null ? Ids.next() : before.id();
        this.reply = reply;
    }

    void opened(UUID byThis) {
        matter = byThis;
    }

    void from(@Nullable UUID person) {
        petitioner = person;
    }

    void refused(String reasons) {
        fault = reasons;
    }

    NewPetition petition() {
        return petition;
    }

    boolean known() {
        return known;
    }

    UUID id() {
        return id;
    }

    Reply reply() {
        return reply;
    }

    @Nullable
    UUID matter() {
        return matter;
    }

    @Nullable
    UUID petitioner() {
        return petitioner;
    }

    @Nullable
    String fault() {
        return fault;
    }
}
