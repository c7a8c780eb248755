package io.huiyin.server.assessment;

import io.huiyin.engine.Cells;
import io.huiyin.engine.Stratum;
import io.huiyin.proof.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All that a result is computed from: whole numbers, a few thousand rows for a county. */
record Counts(List<Count> rows) {

    Counts {
        rows = List.copyOf(rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For the engine. */
    Cells cells() {
        return cells(row -> true);
    }

    Cells cells(Predicate<Count> which) {
        Cells cells = new Cells();
        kinds().forEach(cells::kind);
        rows.stream().filter(which).forEach(row -> {
            cells.add(row.stratum(), row.rating(), row.answer(), row.matters());
            cells.drawn(row.stratum(), row.drawn());
            cells.contacts(row.unit(), row.matters(), row.contacts());
        });
        return cells;
    }

    /** A unit that changed its kind is compared with those of its last. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        Map<String, String> since = new HashMap<>();
        for (Count row : rows) {
            if (row.quarter().compareTo(since.getOrDefault(row.unit(), "")) >= 0) {
                since.put(row.unit(), row.quarter());
                kinds.put(row.unit(), row.kind());
            }
        }
        return kinds;
    }

    /** N_h and n_h of a stratum. */
    record Size(long matters, long drawn) {
        static Size of(Count row) {
            return new Size(row.matters(), row.drawn());
        }

        Size plus(Size other) {
            return new Size(matters + other.matters, drawn + other.drawn);
        }
    }

    Map<Stratum, Size> sizes() {
        Map<Stratum, Size> sizes = new HashMap<>();
        rows.forEach(row -> sizes.merge(row.stratum(), Size.of(row), Size::plus));
        return sizes;
    }

    /** SHA-256 over the sorted rows: another digest, another result. */
    String digest() {
        MessageDigest sha = Hashes.sha256();
        rows.stream().map(Count::line).sorted().forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }
}
