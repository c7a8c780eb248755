package io.huiyin.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Static files under {@code /assets/{hash}/{name}}: cached by browsers for a year, renamed by their content. The few files are
 * kept in memory, compressed once: unpacking and compressing the style sheet costs as much as seven pages.
 */
@Component
class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9]+)+");

    /** A file as it is, compressed, and the address that its content gives it. */
    record Asset(String address, byte[] plain, byte[] compressed) {}

    private final Map<String, Asset> kept = new ConcurrentHashMap<>();

    String address(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no static file " + name))
                .address();
    }

    /** Only what is there is kept, so that asking for names that are not costs no memory. */
    Optional<Asset> find(String name) {
        Asset known = kept.get(name);
        if (known != null) return Optional.of(known);
        ClassPathResource file = new ClassPathResource("static/" + name);
        if (!NAME.matcher(name).matches() || !file.isReadable()) return Optional.empty();
        return Optional.of(kept.computeIfAbsent(name, wanted -> read(wanted, file)));
    }

    private static Asset read(String name, ClassPathResource file) {
        try (InputStream in = file.getInputStream()) {
            byte[] plain = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            String hash = HexFormat.of().formatHex(digest, 0, 6);
            return new Asset("/assets/" + hash + "/" + name, plain, compressed(plain));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the static file " + name + " cannot be read", e);
        }
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
