package io.huiyin.server.rectification;

/** A unit's work orders that have reached it, as numbers. */
record UnitCount(String unitName, long orders, long open, long overDue, long rectified, long inTime) {}
