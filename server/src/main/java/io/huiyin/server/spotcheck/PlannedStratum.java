package io.huiyin.server.spotcheck;

/** 层: one unit's matters of one class in a frame, how many there are, and how many are drawn. */
record PlannedStratum(String unit, String type, int population, int size, int reserve) {}
