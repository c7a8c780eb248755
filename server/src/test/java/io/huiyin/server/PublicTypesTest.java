package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.huiyin.server.Sources.Source;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Types are package-private; public only where another module needs them. */
class PublicTypesTest {

    private static final String ROOT = "io.huiyin.server";

    private static final JavaClasses CLASSES = Sources.classes();
    private static final Set<String> IMPORTED = imported();

    @Test
    void a_type_is_public_only_when_another_module_needs_it() {
        Set<JavaClass> needed = new HashSet<>();
        for (JavaClass type : CLASSES) if (usedFromOutside(type)) need(type, needed);
        assertThat(CLASSES.stream()
                        .filter(type -> type.getEnclosingClass().isEmpty() && isPublic(type.getModifiers()))
                        .filter(type -> !type.getSimpleName().startsWith("Jte") && !needed.contains(type))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList())
                .containsExactly(ROOT + ".Huiyin");
    }

    /** The compiler forgets a type that is only handed on, so the source counts as well. */
    private static boolean usedFromOutside(JavaClass type) {
        if (type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))) return true;
        return IMPORTED.contains(type.getName());
    }

    /** What the sources import, and what that lies in: of {@code a.b.C.D} also {@code a.b.C}. */
    private static Set<String> imported() {
        Pattern statement = Pattern.compile("import (?:static )?([\\w.]+)[.;]");
        Set<String> names = new HashSet<>();
        for (Source source : Sources.main())
            statement
                    .matcher(source.text())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> {
                        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1))
                            names.add(name.substring(0, end));
                    });
        return names;
    }

    /** With a type, another module gets what its public methods take and give, and the cases of a sealed answer. */
    private static void need(JavaClass type, Set<JavaClass> needed) {
        if (!type.getPackageName().startsWith(ROOT) || !needed.add(type)) return;
        type.getEnclosingClass().ifPresent(outer -> need(outer, needed));
        for (JavaMethod method : type.getMethods()) {
            if (!isPublic(method.getModifiers())) continue;
            method.getReturnType().getAllInvolvedRawTypes().forEach(given -> need(given, needed));
            method.getParameterTypes()
                    .forEach(taken -> taken.getAllInvolvedRawTypes().forEach(raw -> need(raw, needed)));
        }
        type.getSubclasses().stream()
                .filter(subclass -> subclass.getEnclosingClass().equals(Optional.of(type)))
                .forEach(subclass -> need(subclass, needed));
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
