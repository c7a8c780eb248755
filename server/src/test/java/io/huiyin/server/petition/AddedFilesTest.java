package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.file.Made;
import io.huiyin.server.identity.Role;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is added to a petition after it was handed in: from paper by the intake office, or by the petitioner. */
@HuiyinTest
class AddedFilesTest extends FileStories {

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
}
