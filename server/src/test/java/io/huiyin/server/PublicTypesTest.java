package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Types are package-private; public only where another module needs them. */
class PublicTypesTest {

    private static final String ROOT = "io.huiyin.server";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

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
        Pattern named = Pattern.compile("import (static )?" + Pattern.quote(type.getName()) + "[.;]");
        return Sources.main().stream()
                .anyMatch(source -> named.matcher(source.text()).find());
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
