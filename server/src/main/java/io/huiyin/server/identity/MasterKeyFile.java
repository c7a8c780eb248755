package io.huiyin.server.identity;

import io.huiyin.server.sql.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code master.key} in the data folder: 32 random bytes, made on the first start, readable by their owner only. */
final class MasterKeyFile {

    static final int LENGTH = 32;

    private MasterKeyFile() {}

    static byte[] readOrCreate(Path folder) {
        Path file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) create(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH)
                throw new Refusal(file + " has " + key.length + " bytes, not 32: put the backup of this file back.");
            return key;
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read or made (" + e.getMessage()
                    + "): give it to the account that runs Huiyin.");
        }
    }

    /** Whole or not at all, also when two processes start at once: the second finds the first one's file. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "master",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(Envelope.random(LENGTH)));
                out.force(true);
            }
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // another process was faster; its key is the key
        } finally {
            Files.delete(whole);
        }
    }
}
