package io.huiyin.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files, for tests that read them. */
final class Sources {

    private static final Path MAIN = Path.of("src/main");
    private static final Path JAVA = Path.of("src/main/java/io/huiyin/server");

    private Sources() {}

    private static final class Compiled {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.huiyin.server");
    }

    /** What the compiler made of them, read once for all tests. */
    static JavaClasses classes() {
        return Compiled.CLASSES;
    }

    /** @param module the first folder below the root package; empty for the root itself */
    record Source(String path, String module, String text) {}

    static List<Source> main() {
        return files(JAVA, ".java");
    }

    static List<Source> tests() {
        return files(Path.of("src/test/java/io/huiyin/server"), ".java");
    }

    /** The module is the word after the number: {@code V0012__spotcheck.sql}. */
    static List<Source> migrations() {
        return files(MAIN.resolve("resources/db/migration"), ".sql").stream()
                .map(file -> new Source(
                        file.path(),
                        file.path().replaceAll(".*__([a-z]+).*", "$1"),
                        file.text().replaceAll("(?m)--.*$", "")))
                .toList();
    }

    private static List<Source> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(path -> new Source(path.toString(), module(folder.relativize(path)), read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Path path) {
        return path.getNameCount() == 1 ? "" : path.getName(0).toString();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
