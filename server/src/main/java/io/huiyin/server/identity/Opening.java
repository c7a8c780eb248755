package io.huiyin.server.identity;

import java.util.List;
import java.util.UUID;

/** What became of opening an account. */
public sealed interface Opening {

    record Opened(UUID account) implements Opening {}

    /** Nothing was opened; message keys of what to mend. */
    record Refused(List<String> faults) implements Opening {}
}
