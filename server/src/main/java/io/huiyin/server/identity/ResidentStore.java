package io.huiyin.server.identity;

import io.huiyin.server.sql.CopyIn;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResidentStore {

    private final JdbcClient sql;
    private final CopyIn copy;
    private final Clock clock;

    ResidentStore(JdbcClient sql, CopyIn copy, Clock clock) {
        this.sql = sql;
        this.copy = copy;
        this.clock = clock;
    }

    record Known(UUID id, byte[] blindKey, boolean isSealed, boolean hasContact) {}

    record NewPerson(
            UUID id, String kind, byte[] blindKey, byte[] wrappedKey, byte @Nullable [] sealed, boolean hasContact) {}

    record SealedRow(byte[] wrappedKey, byte @Nullable [] sealed) {}

    /** Locks out other bulk writers first, so that nobody inserts the same person meanwhile. */
    List<Known> known(Collection<Residents.BlindKey> blindKeys) {
        if (blindKeys.isEmpty()) return List.of();
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('identity.person'))").query(rows -> {});
        return sql.sql("""
                SELECT id, blind_key, sealed IS NOT NULL AS is_sealed, has_contact
                  FROM identity.person WHERE blind_key = ANY (:keys)""")
                .param("keys", blindKeys.stream().map(Residents.BlindKey::bytes).toArray(byte[][]::new))
                .query(Known.class)
                .list();
    }

    void insert(List<NewPerson> persons) {
        List<@Nullable Object[]> rows = new ArrayList<>(persons.size());
        for (NewPerson person : persons)
            rows.add(new @Nullable Object[] {
                person.id(),
                person.kind(),
                person.blindKey(),
                person.wrappedKey(),
                person.sealed(),
                person.hasContact(),
                SqlTime.of(clock.instant())
            });
        copy.into("identity.person (id, kind, blind_key, wrapped_key, sealed, has_contact, created_at)", rows);
    }

    void complete(UUID id, byte[] sealed, boolean hasContact) {
        sql.sql(
                        "UPDATE identity.person SET sealed = :sealed, has_contact = :hasContact WHERE id = :id AND sealed IS NULL")
                .param("id", id)
                .param("sealed", sealed)
                .param("hasContact", hasContact)
                .update();
    }

    Optional<Residents.Sealed> known(UUID id) {
        return sql.sql("SELECT id, has_contact FROM identity.person WHERE id = :id")
                .param("id", id)
                .query(Residents.Sealed.class)
                .optional();
    }

    Optional<SealedRow> sealed(UUID id) {
        return sql.sql("SELECT wrapped_key, sealed FROM identity.person WHERE id = :id")
                .param("id", id)
                .query(SealedRow.class)
                .optional();
    }
}
