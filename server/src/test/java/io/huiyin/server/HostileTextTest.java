package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** SQL and script in every text that comes from outside: it is kept as it was written, and shown as text. */
@HuiyinTest
class HostileTextTest {

    static final String HOSTILE = "<script>alert(1)</script>'; DROP TABLE matter.matter; --";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    Map<Role, SignedIn> staff;

    @BeforeEach
    void everything_is_hostile() {
        file(
                "roster",
                "unit_code,unit_name,unit_kind,section_code,section_name,post_code,post_name,official_code,official_name,held_from",
                "U1,@,department,S1,@,P1,@,O1,@,2026-01-01");
        file(
                "matters",
                "matter_id,service_code,service_name,unit_code,section_code,post_code,received_by,decided_by,delivered_by,"
                        + "channel,opened_at,closed_at,outcome,recipient_key,recipient_contact,contact_source,source_system,external_id",
                "@,@,@,U1,S1,P1,O1,O1,O1,@,2026-10-10,2026-10-12 10:00,done,@,@,@,@,@");
        file(
                "petitions",
                "petition_id,received_at,channel,title,text,petitioner_name,petitioner_contact,unit_code,answer,answered_at,source_system,external_id",
                "@,2026-09-01,@,@,@,@,@,U1,@,2026-09-05,@,@");
        file("ratings", "matter_id,rated_at,overall,terminal,comment", "@,2026-10-12 11:00,1,@,@");
        staff = Staff.everyRole(accounts, "U1");
    }

    @Test
    void it_is_kept_as_it_was_written() {
        for (String column : List.of(
                "name FROM organization.unit",
                "name FROM organization.section",
                "name FROM organization.post",
                "name FROM organization.official",
                "matter_no FROM matter.matter WHERE source_system <> 'petition' AND matter_no NOT LIKE 'petition/%'",
                "title FROM petition.petition",
                "body FROM petition.petition",
                "answer FROM petition.petition",
                "comment FROM rating.rating"))
            assertThat(sql.sql("SELECT " + column).query(String.class).single())
                    .as(column)
                    .isEqualTo(HOSTILE);
    }

    @Test
    void it_is_text_on_every_page_that_shows_it() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/results",
                "/petitions/new",
                "/desk",
                "/desk/matters",
                "/desk/petitions",
                "/desk/petitions?number=x",
                "/desk/petitions/new",
                "/desk/rectifications",
                "/desk/imports",
                "/desk/accounts",
                "/desk/accounts/new",
                "/desk/calls",
                "/desk/frames",
                "/desk/verdicts",
                "/cases",
                "/orders",
                "/receptions",
                "/desk/cases",
                "/desk/cases/new",
                "/desk/cases/proposals",
                "/desk/leaders",
                "/desk/oversight",
                "/desk/orders/new",
                "/desk/advice/new",
                "/desk/receptions",
                "/desk/my-assessment",
                "/desk/poster?counter=" + "%3Cscript%3Ealert(1)"));
        sql.sql("SELECT id FROM matter.matter").query(String.class).list().forEach(id -> {
            pages.add("/desk/matters/" + id);
            pages.add("/desk/matters/" + id + "/slip");
            pages.add("/desk/matters/" + id + "/tap");
        });
        sql.sql("SELECT id FROM petition.petition")
                .query(String.class)
                .list()
                .forEach(id -> pages.add("/desk/petitions/" + id));
        int shown = 0;
        for (SignedIn by : staff.values())
            for (String page : pages) {
                String body = body(mvc.get()
                        .uri(java.net.URI.create(page))
                        .with(Staff.as(by))
                        .exchange());
                assertThat(body).as(page + " as " + by.role()).doesNotContain("<script>alert", "NoSuchMessage");
                if (body.contains("&lt;script&gt;alert(1)")) shown++;
            }
        assertThat(shown).as("pages that show it as text").isGreaterThan(10);
        assertThat(sql.sql("SELECT count(*) FROM matter.matter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void it_is_text_in_what_forms_give_back() {
        for (String form : List.of("/rate/open", "/petitions/new", "/desk/sign-in")) {
            var request = mvc.post()
                    .uri(form)
                    .with(
                            org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                    .csrf());
            for (String field : List.of(
                    "key",
                    "title",
                    "words",
                    "claims",
                    "name",
                    "contact",
                    "queryCode",
                    "kind",
                    "username",
                    "password",
                    "submission",
                    "naming",
                    "about")) request.param(field, HOSTILE);
            request.param("step", "words");
            assertThat(body(request.exchange())).as(form).doesNotContain("<script>alert");
        }
    }

    private void file(String kind, String header, String row) {
        Path file = CsvText.file(folder, kind + ".csv", header, row.replace("@", "\"" + HOSTILE + "\""));
        CsvText.run(imports, ImportOptions.of(kind, file));
        assertThat(CsvText.rejected(file)).as(kind).isEmpty();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
