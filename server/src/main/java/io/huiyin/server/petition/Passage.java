package io.huiyin.server.petition;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 常用段落: words for one part of an answer, kept to be put into drafts. What is to be filled in is a gap, two underscores or more, and an
 * answer with a gap cannot be issued.
 *
 * @param unit whose it is; null: of the whole county
 */
record Passage(UUID id, @Nullable String unit, String part, String name, String words, boolean retired, long version) {

    /** The parts of an answer, in its order. */
    static final List<String> PARTS = List.of("facts", "opinion", "basis", "measures");

    static final int LONGEST_NAME = 60;
    static final int LONGEST = 2_000;

    private static final Pattern GAP = Pattern.compile("[_＿]{2,}");

    static boolean hasGap(String words) {
        return GAP.matcher(words).find();
    }

    /** As it stands in a list to choose from. */
    String key() {
        return "petition.claim." + part;
    }

    /** The claim with these words at the end of their part; what was written there stays. */
    Claim into(Claim claim) {
        return switch (part) {
            case "facts" -> claim.written(after(claim.facts()), claim.opinion(), claim.basis(), claim.measures());
            case "opinion" -> claim.written(claim.facts(), after(claim.opinion()), claim.basis(), claim.measures());
            case "basis" -> claim.written(claim.facts(), claim.opinion(), after(claim.basis()), claim.measures());
            case "measures" -> claim.written(claim.facts(), claim.opinion(), claim.basis(), after(claim.measures()));
            default -> throw new IllegalStateException("no part of an answer: " + part);
        };
    }

    private String after(String written) {
        return written.isBlank() ? words : written + "\n" + words;
    }
}
