package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What assess refuses, each time with the file, the row, the column and what is wrong there. */
class AssessRefusalsTest extends AssessTest {
    @Test
    void refuses_parquet_that_is_none_and_parquet_that_was_cut() throws Exception {
        assertRefused(run("assess", folder.resolve("none.parquet")), "none.parquet: there is no such file");
        assertThat(run("assess", file("text.parquet", FRAME)).err())
                .startsWith("huiyin: text.parquet: not readable as Parquet: ");
        byte[] whole = Files.readAllBytes(Path.of(
                AssessCommandTest.class.getResource("frame-snappy.parquet").toURI()));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("assess", cut).code()).isEqualTo(2);
    }

    /** Row of the frame (1: the header), what is replaced, by what, and the sentence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|resp|answered|f.csv, row 1, column resp: the column is missing",
                "1|section|unit|f.csv, row 1, column unit: the column stands twice",
                "4|1,1,3|1,1,7|f.csv, row 4, column y: '7' is not a whole number from 1 to 5",
                "4|1,1,3|1,1,good|f.csv, row 4, column y: 'good' is not a whole number from 1 to 5",
                "4|1,1,3|1,1,|f.csv, row 4, column y: '' is not a whole number from 1 to 5",
                "3|1,0,|1,0,5|f.csv, row 3, column y: the matter has an answer but 'resp' is 0",
                "4|4,1,1,3|4,0,1,3|f.csv, row 4, column resp: the matter was interviewed but not drawn",
                "6|1,5,6|0,5,6|f.csv, row 6, column x: the matter has a rating but 'rated' is 0",
                "6|6,4|x,4|f.csv, row 6, column N_h: 'x' is not a whole number from 1 to 2147483647",
                "6|6,4|7,4|'f.csv, row 6, column N_h: the stratum has N_h 6 above, here 7'",
                "6|6,4|6,3|'f.csv, row 6, column n_h: the stratum has n_h 4 above, here 3'",
                "6|,c,|,,|f.csv, row 6, column unit: the cell is empty",
                "6|,1,1,4|,1,1|'f.csv, row 6, column resp: the row has 15 fields, the header 16'",
            })
    void refuses_bad_cells(int row, String old, String replacement, String sentence) throws IOException {
        String[] frame = FRAME.clone();
        int line = row == 6 && old.equals(",1,1,4") ? 6 : row - 1;
        frame[line] = replaceLast(frame[line], old, replacement == null ? "" : replacement);
        String expected = line == 6 ? sentence.replace("row 6", "row 7") : sentence;
        assertRefused(run("assess", file("f.csv", frame)), expected);
    }

    @Test
    void refuses_a_file_that_was_cut() throws IOException {
        assertRefused(
                run("assess", file("f.csv", Arrays.copyOf(FRAME, 5))),
                "f.csv: column N_h: unit c, type 1 says 6, the file has 4 rows; is it whole?");
        byte[] whole = gzipped(String.join("\n", FRAME) + "\n" + (FRAME[1] + "\n").repeat(50_000));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 20));
        assertRefused(run("assess", cut), "cut.csv.gz: the file ends in the middle");
    }

    @Test
    void refuses_a_frame_cut_within_a_cell_and_numbers_that_are_none() throws IOException {
        String header = "matter,unit,type,x,N_h,n_h,sampled,resp,y";
        assertRefused(
                run("assess", file("q.csv", header, "1,\"u,a,,1,1,1,1,4")),
                "q.csv, row 2, column unit: the row has 2 fields, the header 9");
        assertRefused(
                run("assess", file("n.csv", header, "1,u,a,,1,2,1,1,4")),
                "n.csv, row 2, column n_h: n_h 2 is more than N_h 1");
        assertRefused(
                run("assess", file("x.csv", header, "1,u,a,good,1,1,1,1,4")),
                "x.csv, row 2, column x: 'good' is not a whole number from 1 to 5");
        assertRefused(
                run("assess", file("f.csv", header, "1,u,a,,1.5,1,1,1,4")),
                "f.csv, row 2, column N_h: '1.5' is not a whole number from 1 to 2147483647");
        assertRefused(run("assess", folder), folder.getFileName() + ": cannot be read: Is a directory");
    }

    @Test
    void refuses_what_is_no_frame() throws IOException {
        assertRefused(run("assess", folder.resolve("none.csv")), "none.csv: there is no such file");
        assertRefused(run("assess", file("empty.csv", HEADER)), "empty.csv: there is no row below the header");
        assertRefused(
                run(
                        "assess",
                        file("gb.csv", Charset.forName("GB18030"), HEADER + "\nm1,民政局,1,1,1,1,1,1,1,0,,1,0,0,0,\n")),
                "gb.csv: the text is not UTF-8");
        String[] kinds = FRAME.clone();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += i == 0 ? ",kind" : i == 3 ? ",town" : ",bureau";
        }
        assertRefused(
                run("assess", file("k.csv", kinds)),
                "k.csv, row 4, column kind: the unit is of kind 'bureau' above, here 'town'");
    }

    @Test
    void refuses_a_bad_scheme() throws IOException {
        Path frame = file("f.csv", FRAME);
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"detla\": 5}")),
                "s.json: the key 'detla' is not known");
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"level\": 2}")),
                "s.json: level must lie between 0 and 1: 2.0");
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"level\" 2}")),
                "s.json: line 1, character 10: ':' is expected");
    }

    @Test
    void refuses_wrong_usage() {
        assertThat(run("assess").code()).isEqualTo(2);
        assertThat(run("assess", "a.csv", "--nonsense").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
        assertThat(run().err())
                .isEqualTo("huiyin: name a command: assess, design, draw or survey; --help explains them"
                        + System.lineSeparator());
        assertThat(run("--help").code()).isZero();
    }

    private static String replaceLast(String text, String old, String replacement) {
        int at = text.lastIndexOf(old);
        assertThat(at).as("'%s' in '%s'", old, text).isNotNegative();
        return text.substring(0, at) + replacement + text.substring(at + old.length());
    }
}
