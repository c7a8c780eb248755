package io.huiyin.server.identity;

import io.huiyin.server.sql.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The county's keys. All come from one master key in the data folder, one for each purpose (HKDF, RFC 5869), so that a value made
 * for one purpose says nothing about another. Whoever has only the database can open nothing.
 */
@Component
@DependsOnDatabaseInitialization
public class Keys {

    private final byte[] master;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();

    Keys(@Value("${huiyin.data}") Path data, JdbcClient sql) {
        master = MasterKeyFile.readOrCreate(data);
        requireSameKey(sql);
    }

    /** HMAC-SHA-256 under the purpose's own key: 32 bytes. */
    public byte[] hmac(String purpose, byte[] message) {
        try {
            // a clone has the key worked in already; an import makes millions of them
            return ((Mac) macs.computeIfAbsent(purpose, this::mac).clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's HMAC-SHA-256 can be cloned", e);
        }
    }

    private Mac mac(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /**
     * Encrypts under the purpose's own key.
     *
     * @param boundTo what the secret belongs to, such as a row's id; moved to another row it no longer opens
     */
    public byte[] wrap(String purpose, byte[] secret, byte[] boundTo) {
        return Envelope.seal(key(purpose, "AES"), secret, boundTo);
    }

    public byte[] unwrap(String purpose, byte[] wrapped, byte[] boundTo) {
        return Envelope.open(key(purpose, "AES"), wrapped, boundTo);
    }

    private SecretKey key(String purpose, String algorithm) {
        return derived.computeIfAbsent(algorithm + " " + purpose, label -> derive(label, algorithm));
    }

    private SecretKey derive(String label, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .thenExpand(("huiyin " + label).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }

    /** A database that was used with another key would look empty of people: better not to start. */
    private void requireSameKey(JdbcClient sql) {
        byte[] tag = hmac("which master key", new byte[0]);
        sql.sql("INSERT INTO identity.master_key (tag) VALUES (:tag) ON CONFLICT DO NOTHING")
                .param("tag", tag)
                .update();
        byte[] known = sql.sql("SELECT tag FROM identity.master_key")
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(tag, known))
            throw new Refusal(
                    "master.key in the data folder is not the one this database was used with: put the backup of the file back.");
    }
}
