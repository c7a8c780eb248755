package io.huiyin.server.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs and unpacks parts by name, up to a size; what unpacks to far more than it is does so no further. */
final class Zips {

    static final int MOST_PARTS = 1_000;
    static final int MOST_BYTES = 60_000_000;

    /** Text packs to a twentieth, drawings in words to a hundredth; a bomb to a thousandth. Below ten megabytes nobody minds. */
    static final int MOST_TIMES = 200;

    /** 1 January 1980, the earliest that a zip can say. */
    private static final long NO_TIME = 315_532_800_000L;

    private static final int SMALL = 10_000_000;

    private Zips() {}

    /**
     * In the order of the file.
     *
     * @throws Unfit it is a bomb, or holds more than is taken
     * @throws IOException it is damaged, locked, or a name stands twice or leads out of it
     */
    static Map<String, byte[]> unpack(byte[] packed) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long most = Math.min(MOST_BYTES, Math.max(SMALL, (long) packed.length * MOST_TIMES));
        long all = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() == MOST_PARTS) throw new Unfit("file.refused.bomb");
                byte[] part = read(zip, most - all);
                all += part.length;
                if (entry.isDirectory()) continue;
                if (leadsOut(entry.getName()) || parts.put(entry.getName(), part) != null)
                    throw new IOException("a name that stands twice or leads out");
            }
        }
        return parts;
    }

    private static byte[] read(InputStream in, long most) throws IOException {
        byte[] part = in.readNBytes((int) most + 1);
        if (part.length > most) throw new Unfit("file.refused.bomb");
        return part;
    }

    private static boolean leadsOut(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains("..")
                || name.contains(":");
    }

    /** Without the times, comments and extra fields of the parts. */
    static byte[] pack(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return packed.toByteArray();
    }
}
