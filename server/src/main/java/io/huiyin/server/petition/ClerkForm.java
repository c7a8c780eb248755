package io.huiyin.server.petition;

import io.huiyin.server.petition.NewSubmission.Person;
import io.huiyin.server.web.FormErrors;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit, call or letter as the clerk writes it down for somebody.
 *
 * @param hotline of a call, what it is about: by this its first word back is due
 * @param people one a line: name, then telephone; of a joint petition everybody who signed
 * @param came how many came to a visit
 */
record ClerkForm(
        @Nullable String submission,
        @Nullable String channel,
        @Nullable String hotline,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String words,
        @Nullable String claims,
        @Nullable String people,
        @Nullable Integer came,
        @Nullable Boolean hidden,
        @Nullable String about) {

    static final Set<String> CHANNELS = Set.of("visit", "call", "letter");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ClerkForm empty() {
        return new ClerkForm(
                java.util.UUID.randomUUID().toString(), null, null, null, null, null, null, null, null, null, null);
    }

    String text(@Nullable String field) {
        return field == null ? "" : field.replace("\0", "").strip();
    }

    /** Whether the handling unit is not to learn who it is. */
    boolean sealed() {
        return Boolean.TRUE.equals(hidden);
    }

    List<String> claimed() {
        return lines(claims);
    }

    private List<String> lines(@Nullable String field) {
        return Arrays.stream(text(field).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (!CHANNELS.contains(text(channel))) errors.add("channel", "petition.clerk.channel.empty");
        if (kindOf() == null) errors.add("kind", "petition.form.kind.empty");
        if (text(title).isEmpty()) errors.add("title", "petition.form.title.empty");
        if (text(title).length() > PetitionForm.LONGEST_TITLE)
            errors.add("title", "petition.form.long", PetitionForm.LONGEST_TITLE);
        if (text(words).isEmpty()) errors.add("words", "petition.form.words.empty");
        if (text(words).length() > PetitionForm.LONGEST_WORDS)
            errors.add("words", "petition.form.long", PetitionForm.LONGEST_WORDS);
        if (claimed().isEmpty()) errors.add("claims", "petition.form.claims.empty");
        if (claimed().size() > NewSubmission.MOST_CLAIMS)
            errors.add("claims", "petition.form.claims.many", NewSubmission.MOST_CLAIMS);
        if (claimed().stream().anyMatch(claim -> claim.length() > PetitionForm.LONGEST_CLAIM))
            errors.add("claims", "petition.form.claims.long", PetitionForm.LONGEST_CLAIM);
        if (text(channel).equals("visit") && came != null && came > NewSubmission.MOST_REPRESENTATIVES)
            errors.add("came", "petition.clerk.came.many", NewSubmission.MOST_REPRESENTATIVES);
        return errors;
    }

    @Nullable
    PetitionClass kindOf() {
        return Arrays.stream(PetitionClass.values())
                .filter(one -> one.name().equalsIgnoreCase(text(kind)))
                .findFirst()
                .orElse(null);
    }

    /** Everybody who signs, each with a query code made for the slip; nobody named is one person without a name. */
    List<Person> signatories() {
        List<Person> all = new ArrayList<>();
        int representatives = Math.max(1, came == null ? 1 : came);
        for (String line : lines(people)) {
            String[] parts = line.split("[\\s,，]+", 2);
            String contact = parts.length > 1 ? parts[1] : null;
            all.add(new Person(parts[0], contact, query(), all.size() < representatives));
        }
        return all.isEmpty() ? List.of(new Person(null, null, query(), true)) : all;
    }

    private static String query() {
        return String.format("%08d", RANDOM.nextInt(100_000_000));
    }

    NewSubmission submission(List<Person> signatories, @Nullable String known, Instant at) {
        PetitionClass petitionClass = kindOf();
        if (petitionClass == null) throw new IllegalStateException("a form with errors");
        return new NewSubmission(
                PublicPages.id(text(submission)),
                petitionClass,
                text(channel),
                text(title),
                text(words),
                claimed(),
                signatories,
                sealed() || petitionClass == PetitionClass.ACCUSATION,
                known,
                at);
    }
}
