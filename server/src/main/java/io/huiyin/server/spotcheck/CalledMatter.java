package io.huiyin.server.spotcheck;

import java.time.LocalDate;

/** A matter as it is named on the telephone. */
record CalledMatter(String number, String unit, String unitName, String service, LocalDate openedOn) {}
