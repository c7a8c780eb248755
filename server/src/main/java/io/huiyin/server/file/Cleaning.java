package io.huiyin.server.file;

import java.io.IOException;

/** Writes a file of one kind anew, so that only its content survives. */
interface Cleaning {

    FileKind kind();

    /**
     * @throws Unfit something in it is not taken; the sentence says what
     * @throws IOException it is not what its first bytes say, or damaged
     */
    byte[] clean(byte[] bytes) throws IOException;
}
