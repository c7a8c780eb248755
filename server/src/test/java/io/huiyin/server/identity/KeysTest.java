package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class KeysTest {

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient sql;

    @Value("${huiyin.data}")
    Path data;

    @Test
    void only_its_owner_may_read_the_master_key() throws IOException {
        Path file = data.resolve("master.key");
        assertThat(Files.size(file)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        byte[] message = bytes("matter 1");
        assertThat(keys.hmac("a", message)).hasSize(32).isEqualTo(keys.hmac("a", message));
        assertThat(keys.hmac("a", message)).isNotEqualTo(keys.hmac("b", message));
    }

    @Test
    void what_is_wrapped_opens_only_for_its_purpose_and_its_row() {
        byte[] wrapped = keys.wrap("a", bytes("secret"), bytes("row 1"));
        assertThat(keys.unwrap("a", wrapped, bytes("row 1"))).isEqualTo(bytes("secret"));
        assertThat(keys.wrap("a", bytes("secret"), bytes("row 1"))).isNotEqualTo(wrapped);
        assertThatThrownBy(() -> keys.unwrap("b", wrapped, bytes("row 1"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.unwrap("a", wrapped, bytes("row 2"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_database_is_not_opened_with_another_master_key(@TempDir Path empty) {
        assertThatThrownBy(() -> new Keys(empty, sql)).hasMessageContaining("put the backup");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
