package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    void reads_what_it_writes() {
        Map<String, Object> value = Map.of("a\"\\\n\u0001民😀", List.of(1.5, "x", true, Map.of("n", 1e-9)));
        String text = Json.write(value);
        assertThat(Json.read(text)).isEqualTo(value);
        assertThat(JsonMapper.shared().readTree(text))
                .isEqualTo(JsonMapper.shared().valueToTree(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "01x",
                "\"\\u12\"",
                "nul",
                "1 2",
                "{\"a\":1,\"a\":2}"
            })
    void refuses_what_is_not_json(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
