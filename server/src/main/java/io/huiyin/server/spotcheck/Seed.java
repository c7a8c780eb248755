package io.huiyin.server.spotcheck;

import io.huiyin.proof.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** 种子: SHA-256("huiyin-draw-v1" || the frame's digest || what was thrown in public, in UTF-8). */
final class Seed {

    private static final String TAG = "huiyin-draw-v1";

    private Seed() {}

    /** 64 hex digits. */
    static String of(String frameDigest, String entropy) {
        MessageDigest sha = Hashes.sha256();
        sha.update(TAG.getBytes(StandardCharsets.UTF_8));
        sha.update(HexFormat.of().parseHex(frameDigest));
        return HexFormat.of().formatHex(sha.digest(entropy.getBytes(StandardCharsets.UTF_8)));
    }
}
