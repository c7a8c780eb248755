package io.huiyin.server.identity;

import java.security.SecureRandom;

/** Secrets that a person copies once: groups of four letters and digits without those that look alike. */
final class RandomWords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomWords() {}

    /** Five bits a letter, nearly: four groups hold 79, six hold 118. */
    static String groups(int groups) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < groups * 4; i++) {
            if (i > 0 && i % 4 == 0) secret.append('-');
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
