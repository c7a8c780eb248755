package io.huiyin.server.file;

/** An attachment with its bytes. */
public record Content(Attachment attachment, byte[] bytes) {}
