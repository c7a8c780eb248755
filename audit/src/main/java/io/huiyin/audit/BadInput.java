package io.huiyin.audit;

import java.nio.file.Path;

/** An input that cannot be used: one clear sentence with file, row and column; the command ends with code 2. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(Path file, String sentence) {
        super(file.getFileName() + ": " + sentence);
    }

    BadInput(Path file, long row, String column, String sentence) {
        super(file.getFileName() + ", row " + row + ", column " + column + ": " + sentence);
    }
}
