package io.huiyin.server.file;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both kinds of pictures are cleaned alike. */
@Configuration
class Cleanings {

    @Bean
    Cleaning photographs() {
        return new Pictures(FileKind.JPG);
    }

    @Bean
    Cleaning drawings() {
        return new Pictures(FileKind.PNG);
    }
}
