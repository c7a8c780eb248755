package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How the petition office can be reached. */
@HuiyinTest
class ChannelsTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_petition_office_writes_its_channels_and_everybody_reads_them() {
        assertThat(post(Role.UNIT_HEAD, "别人写的", "")).hasStatus(403);
        assertThat(post(Role.INTAKE, "人民路 1 号", "1 Renmin Road")).hasStatus(302);
        assertThat(mvc.get().uri("/channels").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("人民路 1 号", "/receptions", "/petitions/new")
                .doesNotContain("信访局电话");
        assertThat(mvc.get().uri("/channels").header("Accept-Language", "en"))
                .bodyText()
                .contains("1 Renmin Road");
        assertThat(post(Role.INTAKE, "人民路 2 号", "")).hasStatus(302);
        assertThat(mvc.get().uri("/channels").header("Accept-Language", "en"))
                .as("without English the Chinese")
                .bodyText()
                .contains("人民路 2 号");
    }

    @Test
    void what_is_too_long_or_only_in_english_is_refused_and_stays_in_the_form() {
        String tooLong = "长".repeat(Channels.LONGEST + 1);
        assertThat(post(Role.INTAKE, tooLong, "")).hasStatus(422).bodyText().contains("300", tooLong);
        assertThat(post(Role.INTAKE, "", "1 Renmin Road"))
                .hasStatus(422)
                .bodyText()
                .contains("也要写中文", "1 Renmin Road");
        assertThat(mvc.get().uri("/channels")).bodyText().doesNotContain("1 Renmin Road", tooLong);
    }

    private MvcTestResult post(Role role, String chinese, String english) {
        return mvc.post()
                .uri("/desk/channels")
                .param("letter-zh", chinese)
                .param("letter-en", english)
                .with(Staff.as(staff.get(role)))
                .with(csrf())
                .exchange();
    }
}
