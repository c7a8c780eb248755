package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Stories about attachments. */
abstract class FileStories extends PetitionPageStories {

    @Autowired
    Attachments attachments;

    static MockMultipartFile sent(String name, String type, byte[] bytes) {
        return new MockMultipartFile("files", name, type, bytes);
    }

    final MvcTestResult opened(Code code, UUID file) {
        return mvc.post()
                .uri("/petitions/" + code.digits() + "/files/" + file)
                .param("query", "查询码1")
                .exchange();
    }

    final int count() {
        return sql.sql("SELECT count(*) FROM file.file").query(Integer.class).single();
    }
}
