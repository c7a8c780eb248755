package io.huiyin.server.identity;

import io.huiyin.server.identity.Accounts.Reachable;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String COLUMNS =
            "id, username, name, role, unit_code AS unit, official_code AS official, temporary, disabled_at, created_at, version";

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isEmpty() {
        return sql.sql("SELECT NOT EXISTS (SELECT 1 FROM identity.account)")
                .query(Boolean.class)
                .single();
    }

    /** Accounts whose usernames are free; the answer is how many were opened. */
    int insert(List<NewAccount> accounts, List<UUID> ids, List<String> hashes, boolean temporary, Instant now) {
        return sql.sql("""
                INSERT INTO identity.account
                       (id, username, name, role, unit_code, official_code, email, password_hash, temporary, created_at)
                SELECT id, username, name, role, unit, official, email, hash, :temporary, :now
                  FROM unnest(:ids::uuid[], :usernames::text[], :names::text[], :roles::text[], :units::text[],
                              :officials::text[], :emails::text[], :hashes::text[])
                       AS t (id, username, name, role, unit, official, email, hash)
                ON CONFLICT (username) DO NOTHING""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("usernames", accounts.stream().map(NewAccount::username).toArray(String[]::new))
                .param("names", accounts.stream().map(NewAccount::name).toArray(String[]::new))
                .param("roles", accounts.stream().map(a -> a.role().name()).toArray(String[]::new))
                .param("units", accounts.stream().map(NewAccount::unit).toArray(String[]::new))
                .param("officials", accounts.stream().map(NewAccount::official).toArray(String[]::new))
                .param("emails", accounts.stream().map(NewAccount::email).toArray(String[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .param("temporary", temporary)
                .param("now", SqlTime.of(now))
                .update();
    }

    Optional<Account> find(String username) {
        return sql.sql("SELECT " + COLUMNS + " FROM identity.account WHERE username = :username")
                .param("username", username)
                .query(Account.class)
                .optional();
    }

    List<String> ofUnit(String unit) {
        return sql.sql("""
                SELECT username FROM identity.account
                 WHERE unit_code = :unit AND role IN ('HANDLER', 'UNIT_HEAD') AND disabled_at IS NULL ORDER BY role, username""").param("unit", unit).query(String.class).list();
    }

    /** The account, and the heads of the unit, who can be told something outside the desk. */
    List<Reachable> reachable(@Nullable UUID account, @Nullable String unit) {
        return sql.sql("""
                SELECT id AS account, english FROM identity.account
                 WHERE email IS NOT NULL AND disabled_at IS NULL
                   AND (id = :account OR unit_code = :unit AND role = 'UNIT_HEAD') ORDER BY id""")
                .param("account", account, java.sql.Types.OTHER)
                .param("unit", unit, java.sql.Types.VARCHAR)
                .query(Reachable.class)
                .list();
    }

    Optional<String> email(UUID id) {
        return sql.sql(
                        "SELECT email FROM identity.account WHERE id = :id AND email IS NOT NULL AND disabled_at IS NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void english(UUID id, boolean english) {
        sql.sql("UPDATE identity.account SET english = :english WHERE id = :id AND english <> :english")
                .param("id", id)
                .param("english", english)
                .update();
    }

    String hash(UUID id) {
        return sql.sql("SELECT password_hash FROM identity.account WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Optional<Account> find(UUID id) {
        return sql.sql("SELECT " + COLUMNS + " FROM identity.account WHERE id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    List<Account> page(long offset, int limit) {
        return sql.sql("SELECT " + COLUMNS + " FROM identity.account ORDER BY username LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Account.class)
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM identity.account")
                .query(Long.class)
                .single();
    }

    List<AccountEvent> events(long offset, int limit) {
        return sql.sql("""
                SELECT e.kind AS what, e.happened_at AS at, a.username, a.role, coalesce(b.username, '') AS by
                  FROM identity.account_event e
                  JOIN identity.account a ON a.id = e.account_id
                  LEFT JOIN identity.account b ON b.id = e.by_account
                 ORDER BY e.happened_at DESC, e.id DESC LIMIT :limit OFFSET :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountEvent.class)
                .list();
    }

    long countEvents() {
        return sql.sql("SELECT count(*) FROM identity.account_event")
                .query(Long.class)
                .single();
    }

    boolean disable(UUID id, Instant now) {
        return sql.sql("""
                UPDATE identity.account SET disabled_at = :now, version = version + 1
                 WHERE id = :id AND disabled_at IS NULL""").param("id", id).param("now", SqlTime.of(now)).update() == 1;
    }

    void setPassword(UUID id, String hash, boolean temporary) {
        sql.sql("""
                UPDATE identity.account SET password_hash = :hash, temporary = :temporary, version = version + 1
                 WHERE id = :id""")
                .param("id", id)
                .param("hash", hash)
                .param("temporary", temporary)
                .update();
    }

    /** Everything the account has open, on every server. */
    void endSessions(UUID id) {
        sql.sql("DELETE FROM identity.session WHERE account_id = :id")
                .param("id", id)
                .update();
    }

    void record(UUID account, AccountEvent.Kind kind, @Nullable UUID by, Instant now) {
        sql.sql("""
                INSERT INTO identity.account_event (id, account_id, kind, by_account, happened_at)
                VALUES (:id, :account, :kind, :by, :now)""")
                .param("id", Ids.next())
                .param("account", account)
                .param("kind", kind.word())
                .param("by", by)
                .param("now", SqlTime.of(now))
                .update();
    }
}
