package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.csv.Imports.Summary;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class RatingImportTest {

    private static final String HEADER = "matter_id,rated_at,overall,channel,terminal,satisfied,agree,reasons,comment";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    /** Closing a matter invites to rate it, by the event alone. */
    @BeforeEach
    void imported_matters() {
        AMatter.closed().number("seed").closedAt(null).in();
        run(
                "matters",
                CsvText.file(
                        folder,
                        "matters.csv",
                        "matter_id,service_code,unit_code,opened_at,closed_at,outcome",
                        "M1,DB,MZ,2026-09-01,2026-09-10 10:00,done",
                        "M2,DB,MZ,2026-09-01,2026-09-10 10:00,given-up",
                        "OPEN,DB,MZ,2026-09-01,,"));
    }

    @Test
    void ratings_are_taken_once_and_the_last_counts() {
        Path file = CsvText.file(
                folder,
                "ratings.csv",
                HEADER,
                "M1,2026-09-10 10:05,5,counter,T7,,,,",
                "M1,2026-09-12 20:00,2,own,,2,1,214;209,\"说\"\"慢\"\"，\n还要再来\"",
                "M2,2026-09-10,3,paper,,,,,",
                "M2,2026-09-10,3,paper,,,,,");
        assertThat(run("ratings", file)).isEqualTo(new Summary(4, 3, 1, 0));
        assertThat(run("ratings", file)).isEqualTo(new Summary(4, 0, 4, 0));
        assertThat(sql.sql("SELECT overall || ' ' || counter || ' ' || own_after FROM rating.shared_counting r"
                                + " JOIN matter.matter m ON m.id = r.matter_id WHERE matter_no = 'M1'")
                        .query(String.class)
                        .single())
                .isEqualTo("2 5 2");
        assertThat(sql.sql("SELECT comment FROM rating.rating WHERE comment <> ''")
                        .query(String.class)
                        .single())
                .isEqualTo("说\"慢\"，\n还要再来");
    }

    @Test
    void two_different_ratings_in_one_instant_are_two_rows_and_the_later_in_the_file_counts() {
        Path file = CsvText.file(
                folder, "ratings.csv", HEADER, "M1,2026-09-11 09:00,5,own,,,,,", "M1,2026-09-11 09:00,1,own,,,,,");
        assertThat(run("ratings", file)).isEqualTo(new Summary(2, 2, 0, 0));
        assertThat(sql.sql("SELECT overall FROM rating.shared_counting")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void rejected_rows_are_kept_with_their_reasons() {
        Path file = CsvText.file(
                folder,
                "ratings.csv",
                HEADER,
                "NO,2026-09-11,5,,,,,,",
                "OPEN,2026-09-11,5,,,,,,",
                "M1,2026-09-10 09:59,5,,,,,,",
                "M1,2026-10-11,5,,,,,,",
                "M1,2026-09-11,6,,,,,,",
                "M1,2026-09-11,,,,,,,",
                "M1,2026-09-11,5,sms,,,,,",
                "M1,2026-09-11,5,,,,,214;999,",
                "M1,soon,5,,,,,,",
                "M1,2026-09-11,5,,,,,," + "长".repeat(2001));
        assertThat(run("ratings", file)).isEqualTo(new Summary(10, 0, 0, 10));
        assertThat(CsvText.rejected(file))
                .contains(
                        "matter 'NO' is not known",
                        "matter 'OPEN' is not closed yet",
                        "is before the matter was closed",
                        "is after 2026-10-10, the last day",
                        "'6' is not a level",
                        "overall is empty",
                        "'sms' is not one of",
                        "'214' belongs to level 2, not to 5; reason '999' is not in the national list",
                        "'soon' is not a time",
                        "longer than 2,000 characters");
        assertThat(sql.sql("SELECT count(*) FROM rating.rating")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Summary run(String kind, Path file) {
        return CsvText.run(imports, ImportOptions.of(kind, file));
    }
}
