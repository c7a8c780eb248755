package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.time.Instant;
import java.util.UUID;

/** 抽取: what everybody must know to repeat it. */
record DrawRecord(UUID id, UUID frame, Quarter quarter, String digest, String entropy, String seed, Instant drawnAt) {}
