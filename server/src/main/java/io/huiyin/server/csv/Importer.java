package io.huiyin.server.csv;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one kind of file is taken; each kind's module has one, found by its name. */
public interface Importer {

    /** The KIND on the command line: roster, matters, petitions, ratings. */
    String kind();

    /** Columns that the file must have. */
    Set<String> required();

    /** All columns that are read; others are passed over. */
    Set<String> columns();

    /**
     * Takes some rows, in the file's order, in the caller's transaction: one answer a row, in the same order. A rejected row
     * leaves nothing behind; a row that says what is already known is unchanged.
     */
    List<Taking> take(List<Row> rows, Setting setting);

    /**
     * What applies to all rows of one run.
     *
     * @param unit code of the unit of the rows that name none; where a kind has a column unit_code, it already stands there
     */
    record Setting(@Nullable String unit, boolean createUnits) {}
}
