package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.file.Made;
import io.huiyin.server.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Attachments on their way from a telephone to the desk and back, through the server's own port where size matters. */
@HuiyinTest
class FilePagesTest extends PetitionStories {

    private static final String QUERY = "麦子 2026";
    private static final String EDGE = "----edge";

    @Autowired
    MockMvcTester mvc;

    @LocalServerPort
    int port;

    private final Map<String, String> form = new LinkedHashMap<>(Map.of(
            "submission", UUID.randomUUID().toString(),
            "step", "files",
            "kind", "appeal",
            "title", "路灯不亮",
            "words", "三号路口",
            "claims", "修好路灯",
            "naming", "named",
            "name", "王小明",
            "contact", "13912345678",
            "queryCode", QUERY));

    @Test
    void a_file_is_kept_at_once_and_everything_typed_goes_along() throws Exception {
        HttpResponse<String> page = send(form, file("王小明的照片.jpg", "image/jpeg", Made.photograph(6)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"naming\"", "value=\"三号路口\"", "value=\"修好路灯\"");
        form.put("next", "files");
        page = send(form, file("", "application/octet-stream", new byte[0]));
        assertThat(page.body()).contains("附件 1：图片（JPG）").doesNotContain("王小明的照片");
        assertThat(sql.sql("SELECT row_to_json(f)::text FROM file.file f")
                        .query(String.class)
                        .single())
                .as("the name is not kept")
                .doesNotContain("王小明");
        form.put(
                "remove",
                sql.sql("SELECT id FROM file.file").query(String.class).single());
        assertThat(send(form).body()).doesNotContain("附件 1：");
        assertThat(count()).isZero();
    }

    @Test
    void a_file_that_is_not_taken_is_told_by_name_and_nothing_is_lost() throws Exception {
        byte[] large = Arrays.copyOf(Made.recording(), 12_000_000);
        HttpResponse<String> page = send(
                form,
                file("<b>会议.wav", "audio/wav", large),
                file("现场.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8)),
                file("平面图.png", "image/png", Made.drawing()));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("&lt;b&gt;会议.wav", "这个文件超过 10 MB", "现场.jpg", "这种文件不收", "有 2 个文件没有收")
                .contains("附件 1：图片（PNG）", "value=\"三号路口\"", "value=\"" + QUERY + "\"");
        assertThat(count()).isOne();
    }

    @Test
    void what_no_server_should_read_is_refused_with_a_page() throws Exception {
        assertThat(send("/petitions/new", form).statusCode())
                .as("files where none are asked for")
                .isEqualTo(415);
        assertThat(send("/rate", form).statusCode()).isEqualTo(415);
        int status;
        try {
            status = send(form, file("film.wav", "audio/wav", new byte[70_000_000]))
                    .statusCode();
        } catch (IOException hungUp) {
            status = 413; // the server hung up before reading it all
        }
        assertThat(status).isEqualTo(413);
        assertThat(count()).isZero();
    }

    @Test
    void the_petitioner_and_whoever_may_see_the_petition_open_it_as_a_download_and_nobody_else() throws Exception {
        send(form, file("a.jpg", "image/jpeg", Made.photograph(1)));
        String number = handedIn();
        UUID petition =
                sql.sql("SELECT id FROM petition.petition").query(UUID.class).single();
        UUID file = sql.sql("SELECT id FROM file.file WHERE settled_at IS NOT NULL")
                .query(UUID.class)
                .single();
        String own = "/petitions/" + number + "/files/" + file;
        assertThat(mvc.post().uri("/petitions/" + number).param("query", QUERY).exchange())
                .bodyText()
                .contains("action=\"" + own + "\"");
        MvcTestResult opened = mvc.post().uri(own).param("query", QUERY).exchange();
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
    void after_it_was_handed_in_the_form_adds_nothing_and_shows_the_receipt() throws Exception {
        String number = handedIn();
        HttpResponse<String> page = send(form, file("a.jpg", "image/jpeg", Made.photograph(1)));
        assertThat(page.body().replace(" ", "")).contains(number);
        assertThat(count()).isZero();
    }

    @Test
    void the_intake_office_adds_what_came_on_paper_and_nobody_else_does() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "来访", 1), Actor.PETITIONER);
        String address = "/desk/petitions/" + receipt.petition() + "/files";
        assertThat(attach(address, Role.INTAKE, "scan.pdf", Made.pdf())).hasStatus(302);
        assertThat(attach(address, Role.INTAKE, "scan.pdf", new byte[] {1}))
                .hasStatus(422)
                .bodyText()
                .contains("scan.pdf", "这种文件不收", "附件 1：PDF 文件");
        assertThat(attach(address, Role.HANDLER, "b.pdf", Made.pdf())).hasStatus(403);
        assertThat(mvc.post()
                        .uri(address)
                        .multipart()
                        .file(sent("a.pdf", "application/pdf", Made.pdf()))
                        .with(Staff.as(staff.get(Role.INTAKE))))
                .as("from another site's form")
                .hasStatus(403);
        assertThat(count()).isOne();
        assertThat(sql.sql("SELECT settled_at IS NOT NULL FROM file.file")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void petitioners_add_files_from_their_own_page_which_says_so_and_the_log_commits_to_each() throws Exception {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "后来找到的照片", 1), Actor.PETITIONER);
        accepted(receipt.petition(), "petition");
        String address = "/petitions/" + receipt.codes().getFirst().digits() + "/files";
        byte[] photograph = Made.photograph(1);
        assertThat(added(address, "不对的码", photograph)).hasStatus(403);
        assertThat(count()).isZero();
        for (int sent = 0; sent < 2; sent++)
            assertThat(added(address, "查询码1", photograph))
                    .hasStatusOk()
                    .bodyText()
                    .contains("附件 1：图片（JPG）", "信访人补交了附件");
        assertThat(desk.open(receipt.petition(), staff.get(Role.UNIT_HEAD)).moves())
                .extracting(Move::move)
                .containsExactly("receive", "transfer", "accept", "add-file");
        assertThat(added(address, "查询码1", new byte[] {1}))
                .hasStatus(422)
                .bodyText()
                .contains("这种文件不收", "附件 1：图片（JPG）");
        assertThat(added(address, "查询码1")).hasStatus(422).bodyText().contains("请写下要补充的话，或者选好文件");
        Map<String, Object> added = sql.sql("""
                        SELECT a.file_id, a.salt, encode(a.sha256, 'hex') AS sha256, f.sha256 = a.sha256 AS same, a.added_at
                          FROM petition.addition a JOIN file.file f ON f.id = a.file_id""").query().singleRow();
        assertThat(added).containsEntry("same", true);
        byte[] record = Entry.canonical(
                "petition-file",
                Map.of(
                        "petition", receipt.petition().toString(),
                        "file", String.valueOf(added.get("file_id")),
                        "sha256", String.valueOf(added.get("sha256")),
                        "by", "PETITIONER",
                        "at", ((Timestamp) added.get("added_at")).toInstant().toString()));
        assertThat(logged("petition-file-added"))
                .as("sent twice, in the log once")
                .containsExactly(HexFormat.of()
                        .formatHex(Hashes.commitment("huiyin-petition-file-v1", (byte[]) added.get("salt"), record)));
    }

    @Test
    void what_has_come_to_its_last_end_takes_no_more_files() throws Exception {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "不告了", 1), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        verdicts.withdraw(
                code, "查询码1", UUID.randomUUID(), row(receipt.petition()).version());
        assertThat(added("/petitions/" + code.digits() + "/files", "查询码1", Made.photograph(1)))
                .hasStatus(422)
                .bodyText()
                .contains("不能再补充");
        assertThat(count()).isZero();
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

    @Autowired
    Attachments attachments;

    private MvcTestResult added(String address, String query, byte[]... files) {
        var post = mvc.post().uri(address).multipart();
        for (byte[] file : files) post.file(sent("a.jpg", "image/jpeg", file));
        return post.param("query", query).exchange();
    }

    private List<String> logged(String kind) {
        return sql.sql(
                        "SELECT convert_from(body, 'UTF8')::jsonb ->> 'commitment' FROM ledger.entry WHERE kind = :kind ORDER BY id")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private MvcTestResult attach(String address, Role role, String name, byte[] bytes) {
        return mvc.post()
                .uri(address)
                .multipart()
                .file(sent(name, "application/pdf", bytes))
                .with(Staff.as(staff.get(role)))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static MockMultipartFile sent(String name, String type, byte[] bytes) {
        return new MockMultipartFile("files", name, type, bytes);
    }

    private MvcTestResult opened(Code code, UUID file) {
        return mvc.post()
                .uri("/petitions/" + code.digits() + "/files/" + file)
                .param("query", "查询码1")
                .exchange();
    }

    private String handedIn() throws Exception {
        Map<String, String> last = new LinkedHashMap<>(form);
        last.put("step", "check");
        var post = mvc.post().uri("/petitions/new");
        last.forEach(post::param);
        Matcher number = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}")
                .matcher(post.exchange().getResponse().getContentAsString());
        assertThat(number.find()).as("a number on the page").isTrue();
        return number.group().replace(" ", "");
    }

    private int count() {
        return sql.sql("SELECT count(*) FROM file.file").query(Integer.class).single();
    }

    private static byte[] file(String name, String type, byte[] bytes) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(bytes);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private HttpResponse<String> send(Map<String, String> fields, byte[]... files) throws Exception {
        return send("/petitions/new/files", fields, files);
    }

    /** As a browser does. */
    private HttpResponse<String> send(String address, Map<String, String> fields, byte[]... files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (byte[] file : files) body.writeBytes(file);
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                            .header("Accept-Language", "zh-CN")
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }
}
