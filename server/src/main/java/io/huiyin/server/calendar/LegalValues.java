package io.huiyin.server.calendar;

import io.huiyin.server.calendar.CalendarStore.Value;
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

    private final CalendarStore store;
    private final Map<String, TreeMap<LocalDate, Integer>> values;

    LegalValues(CalendarStore store) {
        this.store = store;
        values = store.values().stream()
                .collect(Collectors.groupingBy(
                        Value::code,
                        Collectors.toMap(Value::validFrom, Value::value, (first, second) -> second, TreeMap::new)));
    }

    /**
     * The value in force on a day. Records older than the oldest known value are measured by that one.
     *
     * @throws IllegalArgumentException for a code that the calendar does not have
     */
    public int value(String code, LocalDate day) {
        TreeMap<LocalDate, Integer> since = values.get(code);
        if (since == null) throw new IllegalArgumentException("no value set by law or custom: " + code);
        var inForce = since.floorEntry(day);
        return inForce == null ? since.firstEntry().getValue() : inForce.getValue();
    }

    /** All values, of each code the newest first. */
    public List<LegalValue> all() {
        return store.legalValues();
    }
}
