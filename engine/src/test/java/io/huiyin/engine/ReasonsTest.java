package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void every_word_and_its_sentences_stand_in_the_document() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "reasons.md"));
        for (Reason reason : Reason.values()) {
            assertThat(document)
                    .contains("| `" + reason.word() + "` | " + reason.chinese() + " | " + reason.english() + " |");
        }
        for (Status status : Status.values()) {
            assertThat(document)
                    .contains("| `" + status.word() + "` | " + status.chinese() + " | " + status.english() + " |");
        }
        for (Flag flag : Flag.values()) {
            assertThat(document)
                    .contains("| `" + flag.word() + "` | " + flag.chinese() + " | " + flag.english() + " |");
        }
    }
}
