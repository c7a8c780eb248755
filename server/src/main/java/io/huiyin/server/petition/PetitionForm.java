package io.huiyin.server.petition;

import io.huiyin.server.web.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form as it was sent: one thing a page, each page carries what was said before, so that nothing is kept of a petition
 * that was never handed in.
 *
 * @param step the page that was sent
 * @param next the page that is wanted; empty: the one after
 */
record PetitionForm(
        @Nullable String submission,
        @Nullable String step,
        @Nullable String next,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String words,
        @Nullable List<String> claims,
        @Nullable String about,
        @Nullable String naming,
        @Nullable String name,
        @Nullable String contact,
        @Nullable String queryCode) {

    static final List<String> STEPS = List.of("kind", "words", "claims", "files", "who", "code", "check");
    /** Chosen as what an accusation is about: the offices that supervise here, and would have to handle it. */
    static final String ABOVE = "above";

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_WORDS = 5_000;
    static final int LONGEST_CLAIM = 500;
    static final int LONGEST_NAME = 100;

    /** On which page a field is asked. */
    static String pageOf(String field) {
        return switch (field) {
            case "kind" -> "kind";
            case "title", "words", "about" -> "words";
            case "naming", "name", "contact" -> "who";
            case "queryCode" -> "code";
            default -> throw new IllegalArgumentException(field);
        };
    }

    static PetitionForm empty() {
        return new PetitionForm(
                UUID.randomUUID().toString(), null, null, null, null, null, null, null, null, null, null, null);
    }

    String text(String field) {
        String value = switch (field) {
            case "submission" -> submission;
            case "kind" -> kind;
            case "title" -> title;
            case "words" -> words;
            case "about" -> about;
            case "naming" -> naming;
            case "name" -> name;
            case "contact" -> contact;
            case "queryCode" -> queryCode;
            default -> throw new IllegalArgumentException(field);
        };
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /** Those that say something, one by one. */
    List<String> claimed() {
        List<String> said = new ArrayList<>();
        if (claims != null)
            for (String claim : claims) {
                String text =
                        claim.replace("\0", "").replaceAll("\\s*\\R\\s*", " ").strip();
                if (!text.isEmpty()) said.add(text);
            }
        return said;
    }

    Optional<PetitionClass> petitionClass() {
        try {
            return Optional.of(PetitionClass.valueOf(text("kind").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether nobody in the county may handle it. */
    boolean goesAbove() {
        return petitionClass().equals(Optional.of(PetitionClass.ACCUSATION))
                && text("about").equals(ABOVE);
    }

    boolean named() {
        return !text("naming").equals("anonymous");
    }

    /** What is wrong with one page. */
    FormErrors errors(String page) {
        FormErrors errors = FormErrors.none();
        switch (page) {
            case "kind" -> {
                if (petitionClass().isEmpty()) errors.add("kind", "petition.form.kind.empty");
            }
            case "words" -> {
                length(errors, "title", LONGEST_TITLE, true);
                length(errors, "words", LONGEST_WORDS, true);
            }
            case "claims" -> claims(errors);
            case "who" -> who(errors);
            case "code" -> {
                if (!QueryCodes.fitting(text("queryCode")))
                    errors.add("queryCode", "petition.form.queryCode.length", QueryCodes.SHORTEST, QueryCodes.LONGEST);
            }
            default -> {}
        }
        return errors;
    }

    private void claims(FormErrors errors) {
        if (claimed().isEmpty()) errors.add("claim-1", "petition.form.claims.empty");
        if (claimed().size() > NewSubmission.MOST_CLAIMS)
            errors.add("claim-1", "petition.form.claims.many", NewSubmission.MOST_CLAIMS);
        if (claimed().stream().anyMatch(claim -> claim.length() > LONGEST_CLAIM))
            errors.add("claim-1", "petition.form.claims.long", LONGEST_CLAIM);
    }

    private void who(FormErrors errors) {
        if (text("naming").isEmpty()) errors.add("naming", "petition.form.naming.empty");
        if (!named()) return;
        length(errors, "name", LONGEST_NAME, true);
        length(errors, "contact", LONGEST_NAME, true);
    }

    private void length(FormErrors errors, String field, int longest, boolean needed) {
        String text = text(field);
        if (needed && text.isEmpty()) errors.add(field, "petition.form." + field + ".empty");
        if (text.length() > longest) errors.add(field, "petition.form.long", longest);
    }

    /** The first page on which something is wrong; "check" when nothing is. */
    String firstFault() {
        return STEPS.stream().filter(page -> errors(page).any()).findFirst().orElse("check");
    }
}
