package io.huiyin.server.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one row. */
public sealed interface Taking {
    record Taken() implements Taking {}

    record Unchanged() implements Taking {}

    /** The reasons are sentences for whoever mends the file; several are joined by {@code ;}. */
    record Rejected(String reasons) implements Taking {}

    Taking TAKEN = new Taken();
    Taking UNCHANGED = new Unchanged();

    /** One answer a row: its fault or, where there is none, the next answer of those rows that were handed on. */
    static List<Taking> merged(List<@Nullable Taking> faults, List<Taking> others) {
        List<Taking> all = new ArrayList<>(faults.size());
        Iterator<Taking> next = others.iterator();
        for (Taking fault : faults) all.add(fault == null ? next.next() : fault);
        return all;
    }
}
