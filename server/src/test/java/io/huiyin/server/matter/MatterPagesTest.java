package io.huiyin.server.matter;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.identity.Role;
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
class MatterPagesTest {

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
    void mattersOfTwoUnits() {
        units.save(List.of(new Unit("D01", "民政局", UnitKind.DEPARTMENT), new Unit("T01", "柳河镇", UnitKind.TOWNSHIP)));
        Path file = CsvText.file(
                folder,
                "matters.csv",
                "matter_id,service_code,service_name,unit_code,opened_at,due_at,closed_at,outcome,recipient_key,recipient_contact",
                "M1,S1,低保申请,D01,2026-09-01,2026-09-10,2026-09-12,done,K77,13800001234",
                "M2,S2,老年证,D01,2026-09-01,2026-09-10,,,,",
                "M3,S3,宅基地审批,T01,2026-09-01,2026-12-10,,,,",
                "M4,S3,宅基地审批,T01,2026-09-01,2026-09-10,2026-09-10 18:00,given-up,,");
        CsvText.run(imports, ImportOptions.of("matters", file));
    }

    @Test
    void the_list_is_filtered_by_its_address() {
        assertThat(page("/desk/matters", Role.INTAKE, null))
                .hasStatusOk()
                .bodyText()
                .contains("M1", "M2", "M3", "M4");
        assertThat(page("/desk/matters?state=overdue", Role.SUPERVISION, null))
                .bodyText()
                .contains("M2", "已超期")
                .doesNotContain(">M1<", ">M3<", ">M4<");
        assertThat(page("/desk/matters?state=late", Role.SUPERVISION, null))
                .bodyText()
                .contains("M1")
                .doesNotContain(">M2<", ">M3<", ">M4<");
        assertThat(page("/desk/matters?state=given-up&unit=T01", Role.SUPERVISION, null))
                .bodyText()
                .contains("M4")
                .doesNotContain(">M1<", ">M2<", ">M3<");
    }

    @Test
    void a_unit_sees_its_own_only() {
        assertThat(page("/desk/matters?unit=D01", Role.HANDLER, "T01"))
                .bodyText()
                .contains("M3", "M4")
                .doesNotContain(">M1<", ">M2<");
        assertThat(page("/desk/matters/" + id("M1"), Role.UNIT_HEAD, "T01")).hasStatus(404);
        assertThat(page("/desk/matters", Role.ADMINISTRATOR, null)).hasStatus(403);
    }

    @Test
    void one_matter_never_shows_whom_it_is_for() {
        assertThat(page("/desk/matters/" + id("M1"), Role.UNIT_HEAD, "D01"))
                .hasStatusOk()
                .bodyText()
                .contains("低保申请", "有联系方式，已封存", "超期")
                .doesNotContain("K77", "13800001234");
    }

    private MvcTestResult page(String address, Role role, String unit) {
        return mvc.get().uri(address).with(as(Staff.somebody(role, unit))).exchange();
    }

    private UUID id(String number) {
        return sql.sql("SELECT id FROM matter.matter WHERE matter_no = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }
}
