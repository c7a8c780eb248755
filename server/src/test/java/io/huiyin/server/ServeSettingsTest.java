package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.sql.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeSettingsTest {

    @Test
    void without_settings_it_is_port_8080_and_the_address_that_was_asked() {
        assertThat(ServeSettings.of(Map.of())).isEqualTo(new ServeSettings(8080, ""));
        assertThat(ServeSettings.of(Map.of()).properties()).doesNotContainKey("huiyin.public-url");
    }

    @Test
    void slips_get_the_address_that_residents_type() {
        Map<String, String> settings = Map.of("HUIYIN_PUBLIC_URL", "https://huiyin.example.gov.cn/");
        assertThat(ServeSettings.of(settings).properties())
                .containsEntry("huiyin.public-url", "https://huiyin.example.gov.cn/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "-1", "65536", "8080.5", "99999999999"})
    void a_port_is_a_number_that_exists(String port) {
        assertThatThrownBy(() -> ServeSettings.of(Map.of("HUIYIN_PORT", port)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HUIYIN_PORT is '" + port + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huiyin.example.gov.cn",
                "https://",
                "ftp://huiyin.example.gov.cn",
                "https://a b",
                "https://a.cn/?x=1"
            })
    void a_public_address_leads_somewhere(String address) {
        assertThatThrownBy(() -> ServeSettings.of(Map.of("HUIYIN_PUBLIC_URL", address)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HUIYIN_PUBLIC_URL");
    }

    /** The tests of the whole server make their many passwords cheaply: here stands what a real one costs. */
    @Test
    void whoever_steals_the_table_pays_for_every_guess_at_a_password() throws IOException {
        Properties settings = new Properties();
        try (var file = Huiyin.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        assertThat(Integer.parseInt(settings.getProperty("huiyin.sign-in.bcrypt")))
                .isGreaterThanOrEqualTo(11);
    }
}
