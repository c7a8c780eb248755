package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.UnitKind;
import io.huiyin.server.organization.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class PetitionPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Units units;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    @BeforeEach
    void threePetitionsOfTwoUnits() {
        units.save(
                List.of(new Unit("D01", "住房和城乡建设局", UnitKind.DEPARTMENT), new Unit("T01", "柳河镇", UnitKind.TOWNSHIP)));
        Path file = CsvText.file(
                folder,
                "petitions.csv",
                "petition_id,received_at,title,text,unit_code,answer,answered_at,petitioner_name",
                "P1,2026-01-05 09:00,三号路路灯不亮,<b>很黑</b>,D01,已经修复。,2026-03-20 10:00,张三丰",
                "P2,2026-03-02 09:00,低保何时发放,,D01,网友：您好！留言已收悉,2026-03-09,",
                "P3,2026-03-02 09:00,,村口的桥塌了一半,T01,,,");
        CsvText.run(imports, ImportOptions.of("petitions", file));
    }

    @Test
    void the_intake_office_sees_all_with_days_and_working_days() {
        assertThat(page("/desk/petitions", Role.INTAKE, null))
                .hasStatusOk()
                .bodyText()
                .contains("三号路路灯不亮", "低保何时发放", "村口的桥塌了一半")
                .contains("74 天")
                .contains("50 个工作日")
                .contains("只回“收悉”");
    }

    @Test
    void the_list_is_filtered_by_its_address() {
        assertThat(page("/desk/petitions?state=late", Role.SUPERVISION, null))
                .bodyText()
                .contains("三号路路灯不亮")
                .doesNotContain("低保何时发放", "村口的桥塌了一半");
        assertThat(page("/desk/petitions?state=acknowledged&unit=D01", Role.SUPERVISION, null))
                .bodyText()
                .contains("低保何时发放")
                .doesNotContain("三号路路灯不亮");
        assertThat(page("/desk/petitions?state=unanswered", Role.SUPERVISION, null))
                .bodyText()
                .contains("村口的桥塌了一半")
                .doesNotContain("三号路路灯不亮");
        assertThat(page("/desk/petitions?state=late&unit=T01&page=9", Role.SUPERVISION, null))
                .bodyText()
                .contains("这里没有信访件");
    }

    @Test
    void a_unit_sees_its_own_only() {
        assertThat(page("/desk/petitions?unit=D01", Role.HANDLER, "T01"))
                .bodyText()
                .contains("村口的桥塌了一半")
                .doesNotContain("三号路路灯不亮");
        assertThat(page("/desk/petitions/" + id("P1"), Role.UNIT_HEAD, "T01")).hasStatus(404);
        assertThat(page("/desk/petitions", Role.INTERVIEWER, null)).hasStatus(403);
        assertThat(page("/desk/petitions/" + new UUID(0, 0), Role.INTAKE, null)).hasStatus(404);
    }

    @Test
    void one_petition_shows_message_and_answer_and_no_name() {
        assertThat(page("/desk/petitions/" + id("P1"), Role.UNIT_HEAD, "D01"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;很黑&lt;/b&gt;", "已经修复。", "74 天", "姓名已封存")
                .doesNotContain("张三丰");
        assertThat(page("/desk/petitions/" + id("P2"), Role.INTAKE, null))
                .bodyText()
                .contains("不算答复")
                .contains("来信正文未提供");
    }

    private MvcTestResult page(String address, Role role, String unit) {
        SignedIn by = Staff.somebody(role, unit);
        return mvc.get().uri(address).with(as(by)).exchange();
    }

    private UUID id(String number) {
        return sql.sql("SELECT id FROM petition.petition WHERE petition_no = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }
}
