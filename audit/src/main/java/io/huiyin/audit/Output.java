package io.huiyin.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a command's result goes: a file when one is named, standard output otherwise. */
final class Output {

    private Output() {}

    static void write(String text, @Nullable Path file, PrintWriter standard) {
        if (file == null) {
            standard.print(text);
            standard.flush();
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadInput(file, "cannot be written: " + e.getMessage());
        }
    }
}
