package io.huiyin.server.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What law or custom sets (days, tries, shares), each with its source and the day from which it is in force. */
@Component
@DependsOnDatabaseInitialization
public class LegalValues {

    private final List<LegalValue> all;
    private final Map<String, TreeMap<LocalDate, LegalValue>> values;

    LegalValues(CalendarStore store) {
        all = store.legalValues();
        values = all.stream()
                .collect(Collectors.groupingBy(
                        LegalValue::code,
                        Collectors.toMap(
                                LegalValue::validFrom, value -> value, (first, second) -> second, TreeMap::new)));
    }

    /**
     * The value in force on a day. Records older than the oldest known value are measured by that one.
     *
     * @throws IllegalArgumentException for a code that the calendar does not have
     */
    public int value(String code, LocalDate day) {
        return inForce(code, day).value();
    }

    /** As {@link #value}, with unit and source. */
    public LegalValue inForce(String code, LocalDate day) {
        TreeMap<LocalDate, LegalValue> since = values.get(code);
        if (since == null) throw new IllegalArgumentException("no value set by law or custom: " + code);
        var inForce = since.floorEntry(day);
        return inForce == null ? since.firstEntry().getValue() : inForce.getValue();
    }

    /** All values, of each code the newest first. */
    public List<LegalValue> all() {
        return all;
    }
}
