package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.petition.FigureStore.Month;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 公开数字: both axes, in time, and nothing about fewer than ten. */
@HuiyinTest
class FiguresTest extends PetitionStories {

    @Autowired
    Figures figures;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_month_shows_both_axes_and_numbers_under_ten_are_hidden() {
        for (int i = 0; i < 12; i++) {
            Receipt receipt =
                    intake.register(petition(PetitionClass.APPEAL, null, "第 " + i + " 件", 1), Actor.PETITIONER);
            Code code = receipt.codes().getFirst();
            answered(receipt.petition(), "petition");
            say(code, i < 10 ? PetitionOutcome.SOLVED : PetitionOutcome.NOT_SOLVED);
        }
        Receipt late = intake.register(petition(PetitionClass.APPEAL, null, "晚了", 1), Actor.PETITIONER);
        accepted(late.petition(), "petition");
        by(io.huiyin.server.identity.Role.UNIT_HEAD, late.petition(), "take", "");
        clock.pass(Duration.ofDays(80));
        Month month = figures.of("SW").months().getLast();
        assertThat(month.month()).isEqualTo("2026-10");
        assertThat(month.received()).isEqualTo(13);
        assertThat(month.replied()).isEqualTo(12);
        assertThat(month.inTime()).isEqualTo(12);
        assertThat(month.solved()).isEqualTo(10);
        assertThat(month.notSolved()).isEqualTo(2);
        assertThat(figures.of(null).ages().three()).isEqualTo(1);
        assertThat(figures.of("GA").months()).isEmpty();
        assertThat(mvc.get().uri("/results/petitions?unit=SW"))
                .hasStatusOk()
                .bodyText()
                .contains("83 %", "&lt;10")
                .doesNotContain(">2<");
        assertThat(mvc.get().uri("/data/petitions.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("SW,2026-10,13,12,12,")
                .endsWith("10,<10,<10,<10,<10\r\n");
        assertThat(mvc.get().uri("/results/petitions?unit=nonsense'--"))
                .hasStatusOk()
                .bodyText()
                .contains("全县");
    }
}
