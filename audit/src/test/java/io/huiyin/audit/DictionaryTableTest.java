package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huiyin.engine.FrameColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTableTest {
    private static final List<String> COLUMNS = FrameColumns.STRATIFIED;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"frame-snappy.parquet", "frame-zstd-text.parquet"})
    void reads_what_the_general_reader_reads(String name) throws IOException {
        Path file = copy(name);
        List<String> rows = new ArrayList<>();
        assertThat(DictionaryTable.read(file, all(rows))).isTrue();
        assertThat(rows).isNotEmpty().isEqualTo(generally(file));
    }

    @Test
    void reads_a_whole_county_as_the_general_reader_does() {
        Path county = Path.of(System.getProperty("huiyin.county", ""), "county_C_full.parquet");
        assumeTrue(Files.exists(county), "-Dhuiyin.county=FOLDER names no folder with county_C_full.parquet");
        List<String> rows = new ArrayList<>();
        assertThat(DictionaryTable.read(county, all(rows))).isTrue();
        assertThat(rows).isEqualTo(generally(county));
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws IOException {
        byte[] whole = bytes("frame-snappy.parquet");
        for (int length = 0; length < whole.length; length += 37) {
            Path cut = Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> DictionaryTable.read(cut, all(new ArrayList<>())))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("cut.parquet");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame-snappy.parquet", "frame-zstd-text.parquet"})
    void a_damaged_file_is_read_or_refused_and_nothing_else(String name) throws IOException {
        byte[] whole = bytes(name);
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("damaged.parquet"), damaged);
            try {
                DictionaryTable.read(file, all(new ArrayList<>()));
            } catch (BadInput e) {
                assertThat(e).hasMessageStartingWith("damaged.parquet");
            }
        }
    }

    @Test
    void the_same_column_may_be_asked_for_twice() throws IOException {
        List<String> units = new ArrayList<>();
        DictionaryTable.read(copy("frame-snappy.parquet"), table -> {
            int first = table.column("unit");
            int second = table.column("unit");
            return row -> units.add(row.code(first, new Codes()) + row.text(second));
        });
        assertThat(units).isNotEmpty();
    }

    private static Function<Table, Consumer<Table.Row>> all(List<String> rows) {
        return table -> {
            List<Integer> places = COLUMNS.stream()
                    .map(table::optional)
                    .filter(place -> place >= 0)
                    .toList();
            return row -> rows.add(String.join(
                    ",",
                    places.stream()
                            .map(place -> row.isEmpty(place) ? "missing" : row.text(place))
                            .toList()));
        };
    }

    private static List<String> generally(Path file) {
        List<String> rows = new ArrayList<>();
        ParquetTable.read(file, all(rows));
        return rows;
    }

    private Path copy(String name) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = DictionaryTableTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
