package io.huiyin.server.csv;

/** What became of one row. */
public sealed interface Taking {
    record Taken() implements Taking {}

    record Unchanged() implements Taking {}

    /** The reasons are sentences for whoever mends the file; several are joined by {@code ;}. */
    record Rejected(String reasons) implements Taking {}
}
