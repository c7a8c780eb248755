package io.huiyin.server.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.csv.Imports.Summary;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class RosterImportTest {

    private static final String HEADER = "unit_code,unit_name,unit_kind,section_code,section_name,section_key,"
            + "post_code,post_name,post_key,official_code,official_name,held_from,held_to";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Units units;

    @Test
    void a_roster_makes_the_tree_and_again_changes_nothing() {
        Path file = CsvText.file(
                folder,
                "roster.csv",
                HEADER,
                "D01,民政局,部门,S1,社会救助科,1,P1,窗口,是,O1,周一,2025-01-01,",
                "D01,民政局,department,S1,社会救助科,1,P2,科长,0,O2,王二,2025-01-01,2025-12-31",
                "D01,民政局,department,,,,P3,局长,,O2,王二,2026-01-01,",
                "T01,柳河镇,乡镇,,,,,,,,,,",
                "X01,供水公司,其他,,,,,,,,,,");
        assertThat(run(file)).isEqualTo(new Summary(5, 5, 0, 0));
        assertThat(units.get("T01")).isEqualTo(new Unit("T01", "柳河镇", UnitKind.TOWNSHIP));
        assertThat(units.sections("D01")).containsExactly(new Section("D01", "S1", "社会救助科", true));
        assertThat(units.posts("D01"))
                .contains(new Post("D01", "P1", "S1", "窗口", true), new Post("D01", "P3", null, "局长", false));
        assertThat(units.holdings("D01", LocalDate.of(2026, 3, 1)))
                .extracting(Holding::post)
                .containsExactly("P1", "P3");
        assertThat(run(file)).isEqualTo(new Summary(5, 0, 5, 0));
    }

    @Test
    void nobody_holds_two_posts_on_one_day() {
        Path file = CsvText.file(
                folder,
                "roster.csv",
                HEADER,
                "D01,民政局,部门,,,,P1,窗口,,O1,周一,2025-01-01,2025-06-30",
                "D01,民政局,部门,,,,P2,科长,,O1,周一,2025-06-30,",
                "D01,民政局,部门,,,,P2,科长,,O1,周一,2025-07-01,");
        assertThat(run(file)).isEqualTo(new Summary(3, 2, 0, 1));
        assertThat(CsvText.rejected(file))
                .contains("official 'O1' already holds post 'P1' of unit 'D01' from 2025-01-01 to 2025-06-30");

        Path later = CsvText.file(folder, "later.csv", HEADER, "D01,民政局,部门,,,,P1,窗口,,O1,周一,2026-01-01,");
        assertThat(run(later)).isEqualTo(new Summary(1, 0, 0, 1));
        assertThat(CsvText.rejected(later)).contains("already holds post 'P2'");
    }

    @Test
    void an_official_moves_when_the_last_day_becomes_known() {
        run(CsvText.file(folder, "a.csv", HEADER, "D01,民政局,部门,,,,P1,窗口,,O1,周一,2025-01-01,"));
        Path moved = CsvText.file(
                folder,
                "b.csv",
                HEADER,
                "D01,民政局,部门,,,,P1,窗口,,O1,周一,2025-01-01,2025-06-30",
                "D01,民政局,部门,,,,P2,科长,,O1,周一,2025-07-01,");
        assertThat(run(moved)).isEqualTo(new Summary(2, 2, 0, 0));
        assertThat(run(moved)).isEqualTo(new Summary(2, 0, 2, 0));
    }

    @Test
    void says_everything_that_is_wrong_with_a_row() {
        Path file = CsvText.file(
                folder,
                "roster.csv",
                HEADER,
                ",民政局,bureau,,,,,,,,,,",
                "D02,财政局,部门,,,,P1,窗口,maybe,O1,周一,2025-13-01,",
                "D03,司法局,部门,,,,,,,O1,周一,2025-01-01,",
                "D04,教育局,部门,,,,P1,窗口,,O1,周一,2025-02-01,2025-01-01",
                "D05,水利局,部门,,,,,,,,,,",
                "D05,水务局,部门,,,,,,,,,,");
        assertThat(run(file)).isEqualTo(new Summary(6, 1, 0, 5));
        assertThat(CsvText.rejected(file))
                .contains("unit_code is empty; unit_kind 'bureau' is not one of department, township, other")
                .contains("post_key 'maybe' is neither 1 nor 0; held_from '2025-13-01' is not a day: YYYY-MM-DD")
                .contains("official_code without post_code: which post is held?")
                .contains("held_to is before held_from")
                .contains("unit 'D05' has another name or kind in a row above");
        assertThat(units.all()).extracting(Unit::code).containsExactly("D05");
    }

    private Summary run(Path file) {
        return CsvText.run(imports, ImportOptions.of("roster", file));
    }
}
