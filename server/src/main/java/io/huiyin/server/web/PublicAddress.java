package io.huiyin.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which address the public reaches this server: {@code huiyin.public-url}, else the one that was just asked. */
@Component
public class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${huiyin.public-url:}") String configured) {
        this.configured = configured.replaceFirst("/+$", "");
    }

    public String of(String path) {
        String origin = configured.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : configured;
        return origin + path;
    }
}
