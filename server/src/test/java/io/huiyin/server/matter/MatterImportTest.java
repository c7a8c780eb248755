package io.huiyin.server.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.csv.Imports.Summary;
import io.huiyin.server.csv.UnreadableFile;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.UnitKind;
import io.huiyin.server.organization.Units;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class MatterImportTest {

    private static final String HEADER = "matter_id,service_code,unit_code,opened_at,closed_at,outcome,recipient_key,"
            + "recipient_contact,decided_by,service_class";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Units units;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void aUnit() {
        units.save(List.of(new Unit("D01", "民政局", UnitKind.DEPARTMENT)));
    }

    @Test
    void a_closed_matter_is_in_the_log_and_again_changes_nothing() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "M1,S1,D01,2026-09-01 09:00,2026-09-03 10:30:00,done,K1,13800000000,,complex",
                "M2,S1,D01,2026-09-01,,,K1,,,");
        assertThat(run(file)).isEqualTo(new Summary(2, 2, 0, 0));
        assertThat(text("SELECT service_class || ' ' || closed_at FROM matter.matter WHERE matter_no = 'M1'"))
                .isEqualTo("complex 2026-09-03 02:30:00+00");
        assertThat(count("identity.person")).isEqualTo(1);
        assertThat(count("ledger.entry")).isEqualTo(1);
        assertThat(run(file)).isEqualTo(new Summary(2, 0, 2, 0));
        assertThat(count("ledger.entry")).isEqualTo(1);
    }

    @Test
    void the_log_commits_to_the_record_with_a_salt() {
        run(CsvText.file(folder, "matters.csv", HEADER, "M1,S1,D01,2026-09-01T09:00:00+08:00,2026-09-03,refused,,,,"));
        byte[] record = ("{\"closed_at\":\"2026-09-02T16:00:00Z\",\"kind\":\"matter\",\"matter\":\"M1\","
                        + "\"opened_at\":\"2026-09-01T01:00:00Z\",\"outcome\":\"refused\",\"service\":\"S1\","
                        + "\"service_class\":\"promised-time\",\"unit\":\"D01\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] salt = sql.sql("SELECT closing_salt FROM matter.matter")
                .query(byte[].class)
                .single();
        byte[] body = sql.sql("SELECT e.body FROM ledger.entry e JOIN matter.matter m ON m.closing_entry = e.id")
                .query(byte[].class)
                .single();
        String commitment = HexFormat.of().formatHex(Hashes.commitment(Closings.TAG, salt, record));
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"commitment\":\"" + commitment + "\",\"kind\":\"matter-closed\"}");
    }

    @Test
    void an_open_matter_may_be_closed_later_and_a_closed_one_is_not_changed() {
        Path open = CsvText.file(folder, "a.csv", HEADER, "M1,S1,D01,2026-09-01,,,K1,,,");
        Path closed = CsvText.file(folder, "b.csv", HEADER, "M1,S1,D01,2026-09-01,2026-09-05,done,K1,,,");
        Path other = CsvText.file(folder, "c.csv", HEADER, "M1,S1,D01,2026-09-01,2026-09-02,done,K1,,,");
        assertThat(run(open)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(run(closed)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(run(other)).isEqualTo(new Summary(1, 0, 0, 1));
        assertThat(CsvText.rejected(other)).contains("matter 'M1' is closed and in the log");
        assertThat(text("SELECT outcome FROM matter.matter")).isEqualTo("done");
        assertThat(count("ledger.entry")).isEqualTo(1);
    }

    @Test
    void one_matter_twice_in_a_file_is_one_matter() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "M1,S1,D01,2026-09-01,,,K1,,,",
                "M1,S1,D01,2026-09-01,,,K1,,,",
                "M1,S1,D01,2026-09-01,2026-09-05,done,K1,,,");
        assertThat(run(file)).isEqualTo(new Summary(3, 2, 1, 0));
        assertThat(count("matter.matter")).isEqualTo(1);
    }

    @Test
    void says_what_is_wrong_with_each_row_and_takes_the_others() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "M1,S1,D99,2026-09-01,,,,,,",
                "M2,S1,D01,2026-09-05,2026-09-04,done,,,,",
                "M3,S1,D01,2026-09-01,2026-09-04,,,,,",
                "M4,S1,D01,2026-09-01,,done,,,,",
                "M5,S1,D01,2026-09-01,,,,,O9,",
                "M6,S1,D01,2026-02-30,,,,,,easy",
                "M7,S1,D01,2026-09-01,2026-09-04,solved,,,,",
                "M8,S1,D01,2026-09-01,,,,",
                "M9,S1,D01,2026-09-01,,,,,,",
                "x".repeat(100_000) + ",S1,D01,2026-09-01,,,,,,");
        assertThat(run(file)).isEqualTo(new Summary(10, 1, 0, 9));
        assertThat(CsvText.rejected(file))
                .contains("unit_code 'D99' is not a unit: import the roster first, or use --create-units")
                .contains("closed_at is before opened_at: nothing ends before it begins")
                .contains("closed_at without outcome: how did the matter end?")
                .contains("outcome without closed_at: when did the matter end?")
                .contains("official 'O9' is not in the roster")
                .contains(
                        "opened_at '2026-02-30' is not a time: YYYY-MM-DD HH:MM:SS; service_class 'easy' is not one of")
                .contains("outcome 'solved' is not one of done, refused, returned, withdrawn, given-up")
                .contains("this row has 8 cells, the header has 10")
                .contains("matter_id is longer than 100 characters");
        assertThat(text("SELECT string_agg(matter_no, ',') FROM matter.matter")).isEqualTo("M9");
    }

    @Test
    void a_rejected_row_leaves_no_unit_behind() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "M1,S1,规划局,2026-09-05,2026-09-04,done,,,,",
                "M2,S1,水务局,2026-09-01,,,,,O9,",
                "M3,S1,林业局,2026-09-01,,,,,,");
        assertThat(CsvText.run(imports, ImportOptions.of("matters", file).createUnits()))
                .isEqualTo(new Summary(3, 1, 0, 2));
        assertThat(units.all()).extracting(Unit::code).containsExactly("D01", "林业局");
    }

    @Test
    void sql_and_script_are_only_text() {
        String evil = "'); DROP TABLE matter.matter; --<script>alert(1)</script>";
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "\"" + evil + "\",\"" + evil + "\",D01,2026-09-01,,,\"" + evil + "\",,,");
        assertThat(run(file)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(text("SELECT matter_no FROM matter.matter")).isEqualTo(evil);
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                HEADER,
                "M1,S1,D01,2026-09-01,2026-09-04,done,K1,,,",
                "M1,S1,D01,2026-09-01,2026-09-04,done,K1,,,",
                "M2,S1,D99,2026-09-01,,,,,,");
        assertThat(CsvText.run(imports, ImportOptions.of("matters", file).dryRun()))
                .isEqualTo(new Summary(3, 1, 1, 1));
        for (String table : List.of("matter.matter", "identity.person", "ledger.entry", "csv.run"))
            assertThat(count(table)).as(table).isZero();
        assertThat(run(file)).isEqualTo(new Summary(3, 1, 1, 1));
        assertThat(text("SELECT kind || ' ' || file || ' ' || taken || unchanged || rejected FROM csv.run"))
                .isEqualTo("matters matters.csv 111");
    }

    @Test
    void a_file_of_another_encoding_gets_a_sentence_and_goes_in_with_charset() {
        Charset gb = Charset.forName("GB18030");
        Path file = CsvText.file(
                folder,
                "matters.csv",
                gb,
                "matter_id,service_code,service_name,unit_code,opened_at\nM1,S1,plain,D01,2026-09-01\n"
                        + "M2,S2,低保申请,D01,2026-09-01\n");
        assertThatThrownBy(() -> run(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("matters.csv, row 3: this is not UTF-8")
                .hasMessageContaining("--charset GB18030");
        assertThat(count("matter.matter")).isZero();
        assertThat(CsvText.run(imports, ImportOptions.of("matters", file).charset(gb)))
                .isEqualTo(new Summary(2, 2, 0, 0));
        assertThat(text("SELECT name FROM organization.service_item WHERE code = 'S2'"))
                .isEqualTo("低保申请");
        Path utf8 = CsvText.file(folder, "utf8.csv", HEADER, "M3,低保申请,D01,2026-09-01,,,,,,");
        assertThatThrownBy(() ->
                        CsvText.run(imports, ImportOptions.of("matters", utf8).charset(gb)))
                .hasMessageContaining("is UTF-8, not GB18030: leave --charset out");
    }

    @Test
    void a_file_without_a_required_column_gets_a_sentence() {
        Path file = CsvText.file(folder, "matters.csv", "matter_id,item,unit_code,opened_at", "M1,S1,D01,2026-09-01");
        assertThatThrownBy(() -> run(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("has no column service_code. It has: matter_id, item, unit_code, opened_at.")
                .hasMessageContaining("--map service_code=");
        assertThatThrownBy(() ->
                        CsvText.run(imports, ImportOptions.of("matters", file).map("service_code", "thing")))
                .hasMessageContaining("has no column thing");
        assertThatThrownBy(() ->
                        CsvText.run(imports, ImportOptions.of("matters", file).map("service", "item")))
                .hasMessageContaining("matters have no column service");
        assertThat(CsvText.run(imports, ImportOptions.of("matters", file).map("service_code", "item")))
                .isEqualTo(new Summary(1, 1, 0, 0));
    }

    @Test
    void a_byte_order_mark_quotes_and_line_breaks_are_read() {
        Path file = CsvText.file(
                folder,
                "matters.csv",
                StandardCharsets.UTF_8,
                "\uFEFFmatter_id,service_code,unit_code,opened_at,channel\r\n"
                        + "M1,S1,D01,2026-09-01,\"said \"\"no\"\",\r\nthen yes\"\r\n\r\nM2,S1,,2026-09-01,\r\n");
        assertThat(CsvText.run(imports, ImportOptions.of("matters", file).unit("D01")))
                .isEqualTo(new Summary(2, 2, 0, 0));
        assertThat(text("SELECT channel FROM matter.matter WHERE matter_no = 'M1'"))
                .isEqualTo("said \"no\",\r\nthen yes");
    }

    @Test
    void a_quote_that_is_never_closed_gets_a_sentence() {
        Path file = CsvText.file(
                folder, "matters.csv", HEADER, "M1,S1,D01,2026-09-01,,,,,,", "M2,\"S1\"x,D01,2026-09-01,,,,,,");
        assertThatThrownBy(() -> run(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("the row after row 2: a quoted cell is not closed");
    }

    @Test
    void an_unknown_kind_or_no_file_gets_a_sentence() {
        Path file = CsvText.file(folder, "matters.csv", HEADER);
        assertThatThrownBy(() -> CsvText.run(imports, ImportOptions.of("matter", file)))
                .hasMessageContaining("KIND is one of")
                .hasMessageContaining("not matter");
        assertThatThrownBy(() -> CsvText.run(imports, ImportOptions.of("matters", folder.resolve("no.csv"))))
                .hasMessageContaining("There is no file");
        assertThat(run(file)).isEqualTo(new Summary(0, 0, 0, 0));
    }

    @Test
    void many_rows_go_in_batches_and_a_bad_one_spoils_none() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 12_000; i++)
            lines.add("M" + i + ",S1," + (i == 7_000 ? "D99" : "D01") + ",2026-09-01,2026-09-03,done,K" + i % 3_000
                    + ",1380000" + (1000 + i % 3_000) + ",,");
        Path file = CsvText.file(folder, "matters.csv", lines.toArray(String[]::new));
        assertThat(run(file)).isEqualTo(new Summary(12_000, 11_999, 0, 1));
        assertThat(count("identity.person")).isEqualTo(3_000);
        assertThat(run(file)).isEqualTo(new Summary(12_000, 0, 11_999, 1));
    }

    private Summary run(Path file) {
        return CsvText.run(imports, ImportOptions.of("matters", file));
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }
}
