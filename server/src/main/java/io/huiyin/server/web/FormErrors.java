package io.huiyin.server.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent, field by field in the form's order; the first fault of a field counts. */
public final class FormErrors {

    /**
     * One fault.
     *
     * @param field the field's name, which is also its id; empty when the whole form is meant
     * @param key the sentence that says what is wrong and what to do
     */
    public record Problem(String field, String key, Object... args) {}

    private final Map<String, Problem> problems = new LinkedHashMap<>();

    public static FormErrors none() {
        return new FormErrors();
    }

    public FormErrors add(String field, String key, Object... args) {
        problems.putIfAbsent(field, new Problem(field, key, args));
        return this;
    }

    public boolean any() {
        return !problems.isEmpty();
    }

    public @Nullable Problem of(String field) {
        return problems.get(field);
    }

    public Collection<Problem> all() {
        return problems.values();
    }
}
