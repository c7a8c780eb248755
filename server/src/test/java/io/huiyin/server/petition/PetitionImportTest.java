package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.csv.Imports.Summary;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.UnitKind;
import io.huiyin.server.organization.Units;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class PetitionImportTest {

    private static final String HEADER =
            "petition_id,received_at,title,text,unit_code,answer,answered_at,petitioner_name,petitioner_contact";

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
        units.save(List.of(new Unit("D01", "住房和城乡建设局", UnitKind.DEPARTMENT)));
    }

    @Test
    void only_an_answer_closes_the_matter_that_a_petition_opens() {
        Path file = CsvText.file(
                folder,
                "petitions.csv",
                HEADER,
                "P1,2026-03-02 09:00,路灯不亮,三号路的路灯坏了,D01,已修复，请查看。,2026-03-09 10:00,,",
                "P2,2026-03-02 09:00,路灯不亮,,D01,网友：您好！ 留言已收悉,2026-03-09,,",
                "P3,2026-03-02 09:00,,,D01,,2026-03-09,,",
                "P4,2026-03-02 09:00,,问一下,D01,有答复没有时间,,,",
                "P5,2026-03-02 09:00,,问一下,,已答复,2026-03-02,,");
        assertThat(run(file)).isEqualTo(new Summary(5, 5, 0, 0));
        assertThat(sql.sql("SELECT petition_no || ' ' || reply FROM petition.petition ORDER BY petition_no")
                        .query(String.class)
                        .list())
                .containsExactly("P1 answered", "P2 acknowledged", "P3 without text", "P4 none", "P5 answered");
        assertThat(sql.sql("SELECT matter_no || ' ' || coalesce(outcome, 'open') FROM matter.matter ORDER BY matter_no")
                        .query(String.class)
                        .list())
                .containsExactly("petition/P1 done", "petition/P2 open", "petition/P3 open", "petition/P4 open");
        assertThat(count("petition.petition WHERE body IS NULL")).isEqualTo(2);
        assertThat(run(file)).isEqualTo(new Summary(5, 0, 5, 0));
    }

    @Test
    void a_petition_may_be_answered_later_and_stays_as_it_was_answered() {
        Path open = CsvText.file(folder, "a.csv", HEADER, "P1,2026-03-02,路灯,坏了,D01,,,,");
        Path answered = CsvText.file(folder, "b.csv", HEADER, "P1,2026-03-02,路灯,坏了,D01,修好了,2026-03-05,,");
        Path other = CsvText.file(folder, "c.csv", HEADER, "P1,2026-03-02,路灯,坏了,D01,修好了,2026-03-03,,");
        assertThat(run(open)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(run(answered)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(count("matter.matter WHERE outcome = 'done'")).isEqualTo(1);
        assertThat(run(other)).isEqualTo(new Summary(1, 0, 0, 1));
        assertThat(CsvText.rejected(other)).contains("petition 'P1' is answered and in the log");
    }

    @Test
    void says_what_is_wrong_and_leaves_nothing_of_a_rejected_row() {
        Path file = CsvText.file(
                folder,
                "petitions.csv",
                HEADER,
                "P1,2026-03-02,,,D01,早了,2026-03-01,张三,13800000000",
                "P2,,,,D01,,,,",
                "P3,2026-03-02,,,D99,,,李四,13900000000");
        assertThat(run(file)).isEqualTo(new Summary(3, 0, 0, 3));
        assertThat(CsvText.rejected(file))
                .contains("answered_at is before received_at: nothing is answered before it is written")
                .contains("received_at is empty")
                .contains("unit_code 'D99' is not a unit");
        for (String table : List.of("petition.petition", "matter.matter", "identity.person"))
            assertThat(count(table)).as(table).isZero();
    }

    @Test
    void a_hundred_thousand_characters_and_script_are_only_text() {
        String text = "<script>alert('长')</script>\n\"".repeat(4_000);
        Path file = CsvText.file(
                folder, "petitions.csv", HEADER, "P1,2026-03-02,,\"" + text.replace("\"", "\"\"") + "\",D01,,,,");
        assertThat(text.length()).isGreaterThan(100_000);
        assertThat(run(file)).isEqualTo(new Summary(1, 1, 0, 0));
        assertThat(sql.sql("SELECT body FROM petition.petition")
                        .query(String.class)
                        .single())
                .isEqualTo(text.strip());
    }

    @Test
    void names_and_contacts_are_nowhere_in_clear() {
        run(CsvText.file(folder, "a.csv", HEADER, "P1,2026-03-02,路灯,坏了,D01,,,张三丰,13800001111"));
        assertThat(count("identity.person WHERE has_contact AND position(convert_to('张三丰', 'UTF8') IN sealed) = 0"))
                .isEqualTo(1);
        assertThat(count("petition.petition p WHERE p::text LIKE '%张三丰%' OR p::text LIKE '%13800001111%'"))
                .isZero();
        assertThat(count("matter.matter m WHERE has_contact AND m::text NOT LIKE '%1380000%'"))
                .isEqualTo(1);
    }

    @Test
    void the_real_letters_with_their_answers_go_in() {
        Path file = CsvText.shared("t3_replies_dev.csv", folder);
        ImportOptions options = letters(file);
        assertThat(CsvText.run(imports, options)).isEqualTo(new Summary(1_943, 1_943, 0, 0));
        assertThat(count("petition.petition WHERE answered_on_calendar_days > 60"))
                .isEqualTo(99);
        assertThat(count("petition.petition WHERE reply = 'acknowledged'")).isEqualTo(25);
        assertThat(count("matter.matter WHERE outcome = 'done'")).isEqualTo(1_918);
        assertThat(count("matter.matter WHERE outcome IS NULL")).isEqualTo(25);
        assertThat(CsvText.run(imports, options)).isEqualTo(new Summary(1_943, 0, 1_943, 0));
    }

    @Test
    void the_real_letters_go_in_as_gb18030_too() throws java.io.IOException {
        Charset gb = Charset.forName("GB18030");
        String text = java.nio.file.Files.readString(CsvText.shared("t3_replies_dev.csv", folder));
        Path file = CsvText.file(folder, "gb.csv", gb, text);
        assertThat(CsvText.run(imports, letters(file).charset(gb))).isEqualTo(new Summary(1_943, 1_943, 0, 0));
        Path utf8 = CsvText.file(folder, "utf8.csv", StandardCharsets.UTF_8, text);
        assertThat(CsvText.run(imports, letters(utf8))).isEqualTo(new Summary(1_943, 0, 1_943, 0));
    }

    @Test
    void the_mayors_mailbox_goes_in_but_for_the_letter_answered_before_it_was_written() {
        Path file = CsvText.shared("mailbox_dev.csv", folder);
        ImportOptions options = ImportOptions.of("petitions", file)
                .map("petition_id", "mail_id")
                .map("received_at", "query_date")
                .map("answered_at", "reply_date")
                .map("unit_code", "reply_agency")
                .createUnits();
        long before = units.all().size();
        assertThat(CsvText.run(imports, options)).isEqualTo(new Summary(744, 743, 0, 1));
        assertThat(CsvText.rejected(file)).contains("\n4043,").contains("answered_at is before received_at");
        assertThat(units.all().size() - before).isEqualTo(161);
        assertThat(count("petition.petition WHERE answered_on_calendar_days > 60"))
                .isEqualTo(30);
        assertThat(count("petition.petition WHERE reply = 'without text'")).isEqualTo(742);
        assertThat(count("matter.matter WHERE outcome IS NOT NULL")).isZero();
        assertThat(CsvText.run(imports, options)).isEqualTo(new Summary(744, 0, 743, 1));
    }

    static ImportOptions letters(Path file) {
        return ImportOptions.of("petitions", file)
                .map("petition_id", "msg_id")
                .map("received_at", "time")
                .map("text", "body")
                .map("answer", "reply")
                .map("answered_at", "reply_time")
                .map("petitioner_name", "user")
                .unit("D01");
    }

    private Summary run(Path file) {
        return CsvText.run(imports, ImportOptions.of("petitions", file));
    }

    private long count(String what) {
        return sql.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
