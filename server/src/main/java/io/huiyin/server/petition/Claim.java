package io.huiyin.server.petition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 诉求: one claim of a petition, its lawful route, and what the answer says about it. */
record Claim(
        int no, String words, @Nullable String route, String facts, String opinion, String basis, String measures) {

    boolean answered() {
        return !facts.isBlank() && !opinion.isBlank() && !basis.isBlank();
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
