package io.huiyin.server.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be attached: each kind knows its first bytes, the endings of its names and its media types. */
public enum FileKind {
    JPG(
            "image/jpeg",
            Set.of("jpg", "jpeg", "jpe", "jfif"),
            Set.of("image/jpg", "image/pjpeg"),
            "\u00ff\u00d8\u00ff",
            0),
    PNG("image/png", Set.of("png"), Set.of("image/x-png"), "\u0089PNG\r\n\u001a\n", 0),
    PDF("application/pdf", Set.of("pdf"), Set.of("application/x-pdf"), "%PDF-", 0),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            Set.of("application/zip", "application/x-zip-compressed"),
            "PK\u0003\u0004",
            0),
    WAV("audio/wav", Set.of("wav", "wave"), Set.of("audio/x-wav", "audio/wave", "audio/vnd.wave"), "WAVE", 8);

    /** What browsers say when they do not know. */
    private static final String ANY = "application/octet-stream";

    private final String mediaType;
    private final Set<String> endings;
    private final Set<String> otherTypes;
    private final byte[] magic;
    private final int at;

    FileKind(String mediaType, Set<String> endings, Set<String> otherTypes, String magic, int at) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.otherTypes = otherTypes;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
        this.at = at;
    }

    /** As it is served. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of its name, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a page's file field offers to choose from. */
    public static String accepted() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(kind -> kind.endings.stream().map(ending -> "." + ending))
                        .sorted()
                        .toList());
    }

    /** By its first bytes; a file that begins with anything else is none of these, whatever follows. */
    static Optional<FileKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return bytes.length >= at + magic.length && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
    }

    /** Whether its name, and what the browser says that it is, agree with this kind. A browser may not know. */
    boolean agrees(String name, String declared) {
        String type = declared.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return endings.contains(ending(name))
                && (List.of("", ANY, mediaType).contains(type) || otherTypes.contains(type));
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
