package io.huiyin.server.petition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 诉求: one claim of a petition, its lawful route, and what the answer says about it. */
record Claim(
        int no, String words, @Nullable String route, String facts, String opinion, String basis, String measures) {

    boolean answered() {
        return !facts.isBlank() && !opinion.isBlank() && !basis.isBlank();
    }

    /** @param part one of {@link Passage#PARTS} */
    String part(String part) {
        return switch (part) {
            case "facts" -> facts;
            case "opinion" -> opinion;
            case "basis" -> basis;
            case "measures" -> measures;
            default -> throw new IllegalArgumentException("no part of an answer: " + part);
        };
    }

    /** The same claim, answered in these words. */
    Claim written(String facts, String opinion, String basis, String measures) {
        return new Claim(no, words, route, facts, opinion, basis, measures);
    }

    /** Whether both are answered in the same words. */
    boolean saysAs(Claim other) {
        return Passage.PARTS.stream().allMatch(part -> part(part).equals(other.part(part)));
    }

    /** The lawful way of a claim. */
    record Route(
            String code,
            PetitionClass petitionClass,
            boolean reviewable,
            String nameZh,
            String nameEn,
            String documentZh,
            String documentEn,
            String remedyZh,
            String remedyEn) {

        String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameZh;
        }

        String document(Locale locale) {
            return locale.getLanguage().equals("en") ? documentEn : documentZh;
        }

        String remedy(Locale locale) {
            return locale.getLanguage().equals("en") ? remedyEn : remedyZh;
        }
    }
}
