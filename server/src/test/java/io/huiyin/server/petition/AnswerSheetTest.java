package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The answer as the petitioner takes it home: a sheet to print and a PDF. */
@HuiyinTest
class AnswerSheetTest extends PetitionPageStories {

    @Test
    void the_answer_is_a_sheet_with_number_remedy_and_a_place_for_the_seal() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "桥", 1), Actor.PETITIONER);
        String address = "/petitions/" + receipt.codes().getFirst().digits() + "/document";
        assertThat(post(address, "203.0.113.9")).bodyText().doesNotContain("盖章");
        answered(receipt.petition(), "petition");
        assertThat(post(address, "203.0.113.9"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "信访处理意见书",
                        "盖章",
                        "请求上一级机关复查",
                        "水务局",
                        row(receipt.petition()).number());
        assertThat(desk("/desk/petitions/" + receipt.petition() + "/document", Role.UNIT_HEAD))
                .hasStatusOk()
                .bodyText()
                .contains("盖章");
    }

    @Test
    void the_answer_is_a_pdf_for_who_knows_the_query_code_and_for_who_may_see_the_petition() throws Exception {
        Receipt receipt =
                intake.register(petition(PetitionClass.APPEAL, null, "<b>桥</b> & \u0001路", 1), Actor.PETITIONER);
        String own = "/petitions/" + receipt.codes().getFirst().digits() + "/answer.pdf";
        String desk = "/desk/petitions/" + receipt.petition() + "/answer.pdf";
        assertThat(desk(desk, Role.UNIT_HEAD)).hasStatus(404);
        answered(receipt.petition(), "petition");
        MvcTestResult first = post(own, "203.0.113.9");
        assertThat(first)
                .hasStatusOk()
                .hasContentType("application/pdf")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"answer-"
                                + row(receipt.petition()).number() + ".pdf\"");
        byte[] bytes = first.getResponse().getContentAsByteArray();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("信访处理意见书", "〔2026〕", row(receipt.petition()).number(), "水务局", "盖章")
                    .contains("<b>桥</b> & 路", "第 1 条：请尽快解决", "第 2 条：请书面说明原因")
                    .contains("查明的事实", "已查明", "《城镇供水条例》第 20 条", "本周内完成", "请求上一级机关复查")
                    .contains("复查最后一天", day(row(receipt.petition()).dueOn()));
        }
        clock.pass(Duration.ofDays(3));
        assertThat(post(own, "203.0.113.9").getResponse().getContentAsByteArray())
                .as("asked again it is the same")
                .isEqualTo(bytes);
        assertThat(desk(desk, Role.UNIT_HEAD).getResponse().getContentAsByteArray())
                .as("the unit sends what the petitioner reads")
                .isEqualTo(bytes);
        assertThat(desk(desk, Role.INTERVIEWER)).hasStatus(403);
        assertThat(mvc.post().uri(own).param("query", "别人的码").exchange()).hasStatus(403);
        assertThat(mvc.get().uri(own).exchange())
                .as("no address alone opens it")
                .hasStatus(404);
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
