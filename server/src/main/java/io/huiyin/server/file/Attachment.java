package io.huiyin.server.file;

import java.time.Instant;
import java.util.UUID;

/**
 * 附件: a file that is kept. The name that it had on somebody's telephone is not: it is called by its number.
 *
 * @param id 128 random bits, part of its address
 * @param no from 1 on among the files of its owner
 * @param size in bytes, as it is kept
 * @param sha256 of the bytes as they are kept, in hexadecimal
 * @param settled whether its owner was handed in: it is never removed any more
 */
public record Attachment(UUID id, int no, FileKind kind, long size, String sha256, Instant keptAt, boolean settled) {

    /** What a browser calls it when it saves it; the same in every language. */
    public String saveAs() {
        return "attachment-" + no + "." + kind.ending();
    }

    /** In thousands of bytes, at least one. */
    public long kilobytes() {
        return Math.max(1, Math.round(size / 1000.0));
    }
}
