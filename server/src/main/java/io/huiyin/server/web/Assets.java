package io.huiyin.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Static files under {@code /assets/{hash}/{name}}: cached by browsers for a year, renamed by their content. */
@Component
class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, file -> "/assets/" + hash(file) + "/" + file);
    }

    private static String hash(String name) {
        try (InputStream in = new ClassPathResource("static/" + name).getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no static file " + name, e);
        }
    }
}
