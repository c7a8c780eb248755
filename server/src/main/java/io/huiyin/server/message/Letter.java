package io.huiyin.server.message;

import java.util.UUID;

/** A message in words, as it goes out. */
record Letter(UUID id, String subject, String text) {}
