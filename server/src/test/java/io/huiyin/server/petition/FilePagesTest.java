package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.file.Made;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attachments on their way from a telephone, through the server's own port where size matters. */
@HuiyinTest
class FilePagesTest extends FileStories {

    @LocalServerPort
    int port;

    private FilledForm form;

    @BeforeEach
    void everything_is_filled_in() {
        form = new FilledForm(mvc, port);
    }

    @Test
    void a_file_is_kept_at_once_and_everything_typed_goes_along() throws Exception {
        HttpResponse<String> page = form.send(FilledForm.file("王小明的照片.jpg", "image/jpeg", Made.photograph(6)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"naming\"", "value=\"三号路口\"", "value=\"修好路灯\"");
        form.fields.put("next", "files");
        page = form.send(FilledForm.file("", "application/octet-stream", new byte[0]));
        assertThat(page.body()).contains("附件 1：图片（JPG）").doesNotContain("王小明的照片");
        assertThat(sql.sql("SELECT row_to_json(f)::text FROM file.file f")
                        .query(String.class)
                        .single())
                .as("the name is not kept")
                .doesNotContain("王小明");
        form.fields.put(
                "remove",
                sql.sql("SELECT id FROM file.file").query(String.class).single());
        assertThat(form.send().body()).doesNotContain("附件 1：");
        assertThat(count()).isZero();
    }

    @Test
    void a_file_that_is_not_taken_is_told_by_name_and_nothing_is_lost() throws Exception {
        byte[] large = Arrays.copyOf(Made.recording(), 12_000_000);
        HttpResponse<String> page = form.send(
                FilledForm.file("<b>会议.wav", "audio/wav", large),
                FilledForm.file("现场.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8)),
                FilledForm.file("平面图.png", "image/png", Made.drawing()));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("&lt;b&gt;会议.wav", "这个文件超过 10 MB", "现场.jpg", "这种文件不收", "有 2 个文件没有收")
                .contains("附件 1：图片（PNG）", "value=\"三号路口\"", "value=\"" + FilledForm.QUERY + "\"");
        assertThat(count()).isOne();
    }

    @Test
    void what_no_server_should_read_is_refused_with_a_page() throws Exception {
        assertThat(form.send("/petitions/new").statusCode())
                .as("files where none are asked for")
                .isEqualTo(415);
        assertThat(form.send("/rate").statusCode()).isEqualTo(415);
        int status;
        try {
            status = form.send(FilledForm.file("film.wav", "audio/wav", new byte[70_000_000]))
                    .statusCode();
        } catch (IOException hungUp) {
            status = 413; // the server hung up before reading it all
        }
        assertThat(status).isEqualTo(413);
        assertThat(count()).isZero();
    }

    @Test
    void after_it_was_handed_in_the_form_adds_nothing_and_shows_the_receipt() throws Exception {
        String number = form.handedIn();
        HttpResponse<String> page = form.send(FilledForm.file("a.jpg", "image/jpeg", Made.photograph(1)));
        assertThat(page.body().replace(" ", "")).contains(number);
        assertThat(count()).isZero();
    }
}
