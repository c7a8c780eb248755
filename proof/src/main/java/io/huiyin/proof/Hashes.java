package io.huiyin.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the log. */
public final class Hashes {

    private Hashes() {}

    /** RFC 6962 section 2.1: SHA-256(0x00 || entry). */
    public static byte[] leaf(byte[] entry) {
        MessageDigest sha = sha256();
        sha.update((byte) 0);
        return sha.digest(entry);
    }

    /**
     * A commitment to a record that must not be readable in the log: SHA-256(tag || salt || record).
     *
     * @param tag what is committed to, so that one kind of record can't stand in for another
     * @param salt 32 random bytes, kept beside the record; without them the leaf says nothing
     */
    public static byte[] commitment(String tag, byte[] salt, byte[] record) {
        if (salt.length != 32) throw new IllegalArgumentException("a salt of " + salt.length + " bytes, not 32");
        MessageDigest sha = sha256();
        sha.update(tag.getBytes(StandardCharsets.UTF_8));
        sha.update(salt);
        return sha.digest(record);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
