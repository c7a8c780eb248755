package io.huiyin.server.assessment;

import io.huiyin.engine.Cells;
import io.huiyin.engine.DrawnMatter;
import io.huiyin.engine.Stratum;
import io.huiyin.proof.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a result is computed from: whole numbers, a few thousand rows for a county.
 *
 * @param populations every matter of the frames
 * @param sample those drawn, by answer
 */
record Counts(List<Population> populations, List<Count> sample) {

    Counts {
        populations = List.copyOf(populations);
        sample = List.copyOf(sample);
    }

    /**
     * Matters of one stratum with one rating.
     *
     * @param rating 0: none that counted when the frame was frozen
     */
    record Cell(String quarter, String unit, String kind, String type, int rating) {
        Stratum stratum() {
            return new Stratum(quarter, unit, type);
        }

        private DrawnMatter matter(int answer) {
            return DrawnMatter.of(stratum(), rating, answer);
        }

        private String text() {
            return String.join("\t", quarter, unit, kind, type, Integer.toString(rating));
        }
    }

    /** All matters of a cell, and those of them under which somebody can be called. */
    record Population(Cell cell, long matters, long contacts) {}

    /**
     * Drawn matters of a cell.
     *
     * @param answer 0: not interviewed
     */
    record Count(Cell cell, int answer, long matters) {}

    boolean isEmpty() {
        return populations.isEmpty();
    }

    /** For the engine. */
    Cells cells() {
        return cells(sample, cell -> true);
    }

    /** One quarter alone. */
    Cells cells(String quarter) {
        return cells(sample, cell -> cell.quarter().equals(quarter));
    }

    /** The same matters with other answers: those to another question. Who did not answer it counts as not interviewed. */
    Cells cells(List<Count> answers) {
        return cells(answers, cell -> true);
    }

    private Cells cells(List<Count> answers, Predicate<Cell> which) {
        Cells cells = new Cells();
        kinds().forEach(cells::kind);
        Map<Cell, Long> undrawn = new HashMap<>();
        for (Population all : populations) {
            if (!which.test(all.cell)) continue;
            undrawn.put(all.cell, all.matters);
            cells.contacts(all.cell.unit(), all.matters, all.contacts);
        }
        Map<Cell, Long> silent = new HashMap<>();
        for (Count drawn : sample) {
            if (!which.test(drawn.cell)) continue;
            silent.merge(drawn.cell, drawn.matters, Long::sum);
            undrawn.merge(drawn.cell, -drawn.matters, Long::sum);
        }
        for (Count answered : answers) {
            if (answered.answer == 0 || !which.test(answered.cell)) continue;
            cells.add(answered.cell.matter(answered.answer), true, answered.matters);
            silent.merge(answered.cell, -answered.matters, Long::sum);
        }
        silent.forEach((cell, matters) -> cells.add(cell.matter(0), true, matters));
        undrawn.forEach((cell, matters) -> cells.add(cell.matter(0), false, matters));
        return cells;
    }

    /** A unit that changed its kind is compared with those of its last. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        Map<String, String> since = new HashMap<>();
        for (Population all : populations) {
            String unit = all.cell.unit();
            if (all.cell.quarter().compareTo(since.getOrDefault(unit, "")) >= 0) {
                since.put(unit, all.cell.quarter());
                kinds.put(unit, all.cell.kind());
            }
        }
        return kinds;
    }

    /** N_h and n_h of a stratum. */
    record Size(long matters, long drawn) {
        Size plus(Size other) {
            return new Size(matters + other.matters, drawn + other.drawn);
        }
    }

    Map<Stratum, Size> sizes() {
        Map<Stratum, Size> sizes = new HashMap<>();
        populations.forEach(all -> sizes.merge(all.cell.stratum(), new Size(all.matters, 0), Size::plus));
        sample.forEach(drawn -> sizes.merge(drawn.cell.stratum(), new Size(0, drawn.matters), Size::plus));
        return sizes;
    }

    /** SHA-256 over the sorted rows: another digest, another result. */
    String digest() {
        MessageDigest sha = Hashes.sha256();
        Stream<String> all = populations.stream().map(p -> p.cell.text() + "\t" + p.matters + "\t" + p.contacts + "\n");
        Stream<String> drawn =
                sample.stream().map(c -> c.cell.text() + "\tanswer " + c.answer + "\t" + c.matters + "\n");
        Stream.concat(all, drawn).sorted().forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }
}
