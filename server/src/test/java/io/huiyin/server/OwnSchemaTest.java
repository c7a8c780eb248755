package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** A module's SQL stays in its own schema; another module's rows only through its API or its {@code shared_} views. */
class OwnSchemaTest {

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    /** A statement, or the beginning of one that Java goes on with. */
    private static final Pattern SQL =
            Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|INTO|MERGE|TRUNCATE|COPY|WITH)\\b");

    private static final Pattern REFERENCES = Pattern.compile("\\bREFERENCES\\s+([a-z]+)\\.");
    /** A foreign key that is checked by statement; {@code V0000__sql.sql}. */
    private static final Pattern CHECKED = Pattern.compile("'([a-z]+)\\.[a-z_]+', '(?:id|code)'");

    /** A view for others belongs to the module whose rows it shows, whoever needed it first. */
    private static final Pattern SHARED_VIEW = Pattern.compile("\\b(?:VIEW|GRANT SELECT ON)\\s+(\\w+)\\.shared_");

    /** Every module brings the values that law sets for it. */
    private static final Pattern LEGAL_VALUE = Pattern.compile("^\\s*INSERT INTO calendar\\.legal_value\\b");

    private final Set<String> schemas = Sources.migrations().stream()
            .flatMap(file ->
                    Pattern.compile("CREATE SCHEMA (\\w+)").matcher(file.text()).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    private final Pattern table = Pattern.compile("\\b(" + String.join("|", schemas) + ")\\.([a-z_]+)");

    @Test
    void statements_in_java_touch_their_own_schema_or_shared_views() {
        List<String> wrong = new ArrayList<>();
        for (Sources.Source source : Sources.main()) {
            for (Matcher string = STRING.matcher(source.text()); string.find(); ) {
                String text = string.group(1) != null ? string.group(1) : string.group(2);
                if (SQL.matcher(text).find()) wrong.addAll(foreign(source, text));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void migrations_change_their_own_schema_and_read_shared_views() {
        List<String> wrong = new ArrayList<>();
        for (Sources.Source file : Sources.migrations()) {
            assertThat(file.path()).matches(".*/V\\d{4}__[a-z0-9_]+\\.sql");
            String withoutTexts = file.text().replaceAll("'[^']*'", "''");
            for (String statement : withoutTexts.split(";")) {
                if (LEGAL_VALUE.matcher(statement).find()) continue;
                String module = SHARED_VIEW
                        .matcher(statement)
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElse(file.module());
                String own = REFERENCES
                        .matcher(statement)
                        .replaceAll("REFERENCES ")
                        .replace("EXECUTE FUNCTION sql.require_referenced", "");
                wrong.addAll(foreign(new Sources.Source(file.path(), module, own), own));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void foreign_keys_follow_the_allowed_dependencies() {
        List<String> wrong = new ArrayList<>();
        for (Sources.Source file : Sources.migrations()) {
            Stream.of(REFERENCES, CHECKED)
                    .flatMap(key -> key.matcher(file.text()).results())
                    .map(key -> key.group(1))
                    .filter(other -> !other.equals(file.module())
                            && !allowed(file.module()).contains(other))
                    .forEach(other -> wrong.add(file.path() + " refers to " + other));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_may_be_changed_through_a_view_of_another_module() {
        List<String> wrong = new ArrayList<>();
        Pattern change = Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\\s+\\w+\\.shared_\\w+");
        for (Sources.Source source : Sources.main())
            change.matcher(source.text()).results().forEach(match -> wrong.add(source.path() + ": " + match.group()));
        assertThat(wrong).isEmpty();
    }

    private List<String> foreign(Sources.Source source, String statement) {
        return table.matcher(statement)
                .results()
                .filter(match -> !match.group(1).equals(source.module())
                        && !match.group(2).startsWith("shared_"))
                .map(match -> source.path() + ": " + match.group())
                .toList();
    }

    private static Set<String> allowed(String module) {
        try {
            Class<?> description = Class.forName("io.huiyin.server." + module + ".package-info");
            ApplicationModule declared = description.getAnnotation(ApplicationModule.class);
            return declared == null ? Set.of() : Set.copyOf(Arrays.asList(declared.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }
}
