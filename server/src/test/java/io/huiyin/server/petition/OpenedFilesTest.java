package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.file.Made;
import io.huiyin.server.identity.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who opens an attachment, who does not, and who is told. */
@HuiyinTest
class OpenedFilesTest extends FileStories {

    @LocalServerPort
    int port;

    @Test
    void the_petitioner_and_whoever_may_see_the_petition_open_it_as_a_download_and_nobody_else() throws Exception {
        FilledForm form = new FilledForm(mvc, port);
        form.send(FilledForm.file("a.jpg", "image/jpeg", Made.photograph(1)));
        String number = form.handedIn();
        UUID petition =
                sql.sql("SELECT id FROM petition.petition").query(UUID.class).single();
        UUID file = sql.sql("SELECT id FROM file.file WHERE settled_at IS NOT NULL")
                .query(UUID.class)
                .single();
        String own = "/petitions/" + number + "/files/" + file;
        assertThat(mvc.post()
                        .uri("/petitions/" + number)
                        .param("query", FilledForm.QUERY)
                        .exchange())
                .bodyText()
                .contains("action=\"" + own + "\"");
        MvcTestResult opened =
                mvc.post().uri(own).param("query", FilledForm.QUERY).exchange();
        assertThat(opened).hasStatusOk();
        assertThat(opened)
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"attachment-1.jpg\"")
                .hasValue("Content-Type", "image/jpeg")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(opened.getResponse().getContentAsByteArray()).startsWith(0xff, 0xd8);
        assertThat(mvc.post().uri(own).param("query", "不对的码")).hasStatus(403);
        assertThat(mvc.get().uri(own)).as("the address alone").hasStatus(404);

        String desk = "/desk/petitions/" + petition + "/files/" + file;
        assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(Role.INTAKE)))).hasStatusOk();
        assertThat(mvc.get().uri("/desk/petitions/" + petition).with(Staff.as(staff.get(Role.INTAKE))))
                .bodyText()
                .contains(desk);
        assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(Role.HANDLER))))
                .as("not with this unit")
                .hasStatus(404);
        assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(Role.ADMINISTRATOR))))
                .hasStatus(403);
        accepted(petition, "petition");
        assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(Role.HANDLER)))).hasStatusOk();
        assertThat(mvc.get()
                        .uri("/desk/petitions/" + petition + "/files/" + UUID.randomUUID())
                        .with(Staff.as(staff.get(Role.HANDLER))))
                .hasStatus(404);
    }

    @Test
    void the_unit_that_is_complained_of_never_opens_an_attachment() {
        Receipt receipt = intake.register(petition(PetitionClass.ACCUSATION, "SW", "举报", 1), Actor.PETITIONER);
        attachments.addTo(
                receipt.petition(),
                List.of(sent("a.wav", "audio/wav", Made.recording())),
                Actor.of(staff.get(Role.INTAKE)));
        UUID file = sql.sql("SELECT id FROM file.file").query(UUID.class).single();
        String desk = "/desk/petitions/" + receipt.petition() + "/files/" + file;
        assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(Role.INTAKE)))).hasStatusOk();
        for (Role role : List.of(Role.HANDLER, Role.UNIT_HEAD))
            assertThat(mvc.get().uri(desk).with(Staff.as(staff.get(role)))).hasStatus(404);
    }

    @Test
    void a_file_of_one_petition_does_not_open_with_the_code_of_another() {
        Receipt mine = intake.register(petition(PetitionClass.APPEAL, null, "我的", 1), Actor.PETITIONER);
        Receipt other = intake.register(petition(PetitionClass.APPEAL, null, "别人的", 1), Actor.PETITIONER);
        attachments.addTo(
                other.petition(),
                List.of(sent("a.wav", "audio/wav", Made.recording())),
                Actor.of(staff.get(Role.INTAKE)));
        UUID file = sql.sql("SELECT id FROM file.file").query(UUID.class).single();
        assertThat(opened(mine.codes().getFirst(), file)).hasStatus(404);
        assertThat(opened(other.codes().getFirst(), file)).hasStatusOk();
    }

    @Test
    void whoever_opens_an_attachment_on_the_desk_is_seen_by_the_petitioner() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "谁看过", 1), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        attachments.addTo(
                receipt.petition(),
                List.of(sent("a.wav", "audio/wav", Made.recording())),
                Actor.of(staff.get(Role.INTAKE)));
        UUID file = sql.sql("SELECT id FROM file.file").query(UUID.class).single();
        accepted(receipt.petition(), "petition");
        String address = "/desk/petitions/" + receipt.petition() + "/files/";
        assertThat(mvc.get().uri(address + file).with(Staff.as(staff.get(Role.HANDLER))))
                .hasStatusOk();
        assertThat(mvc.get().uri(address + UUID.randomUUID()).with(Staff.as(staff.get(Role.HANDLER))))
                .hasStatus(404);
        assertThat(mvc.get().uri(address + file).with(Staff.as(staff.get(Role.ADMINISTRATOR))))
                .hasStatus(403);
        assertThat(opened(code, file)).as("the own look is none").hasStatusOk();
        assertThat(tracking.open(code, "查询码1").orElseThrow().looks())
                .extracting(look -> look.role() + " " + look.purpose())
                .containsExactly("HANDLER attachment");
        assertThat(mvc.post()
                        .uri("/petitions/" + code.digits())
                        .param("query", "查询码1")
                        .exchange())
                .bodyText()
                .contains("打开附件");
    }
}
