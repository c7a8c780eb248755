package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check. */
class HouseRulesTest {

    private static final String ROOT = "io.huiyin.server";
    private static final Pattern BANNED_ENDING =
            Pattern.compile(".+(Service|Impl|Manager|Helper|Utils?|Info|Data|DTO|Dto|VO)$");

    /** Where the one clock is made, and the demo's stored day. */
    private static final Set<String> MAY_READ_THE_SYSTEM_CLOCK = Set.of(ROOT + ".sql.CountyClock", ROOT + ".Commands");

    private static final JavaClasses CLASSES = Sources.classes();

    @Test
    void names_say_what_a_thing_is() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> BANNED_ENDING.matcher(name).matches())
                        .toList())
                .isEmpty();
    }

    @Test
    void only_the_clock_knows_what_time_it_is() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            if (MAY_READ_THE_SYSTEM_CLOCK.contains(type.getName().replaceFirst("\\$.*", ""))) continue;
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                JavaClass owner = call.getTargetOwner();
                boolean now = owner.getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                boolean system =
                        owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
                boolean millis = call.getName().equals("currentTimeMillis");
                if (now || system || millis) wrong.add(call.getDescription());
            }
            type.getConstructorCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(java.util.Date.class)
                            && call.getTarget().getRawParameterTypes().isEmpty())
                    .forEach(call -> wrong.add(call.getDescription()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void logs_carry_ids_and_never_names_or_texts() {
        Pattern logged =
                Pattern.compile("\\b(?i:log|logger)\\.(?:trace|debug|info|warn|error)\\((.*?)\\);", Pattern.DOTALL);
        Pattern personal = Pattern.compile(
                "(?i)\\b(name|names|username|contact|phone|password|secret|title|body|text|comment"
                        + "|petitioner|recipient|answer|getRemoteAddr|getQueryString)\\(\\)|\\b(username|password|contact|secret)\\b\\s*[,)]");
        List<String> wrong = new ArrayList<>();
        for (Sources.Source source : Sources.main()) {
            for (Matcher statement = logged.matcher(source.text()); statement.find(); )
                if (personal.matcher(statement.group(1)).find()) wrong.add(source.path() + ": " + statement.group());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_test_is_switched_off() {
        String switchedOff = "@Dis" + "abled";
        assertThat(Sources.tests().stream()
                        .filter(source -> source.text().contains(switchedOff))
                        .map(Sources.Source::path)
                        .toList())
                .isEmpty();
    }
}
