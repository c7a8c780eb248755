package io.huiyin.server;

import io.huiyin.server.sql.Refusal;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What the operator's environment says about serving: the port on loopback, and the address under which the public reaches the
 * server, empty if it is the one that was asked.
 */
record ServeSettings(int port, String publicUrl) {

    static ServeSettings of(Map<String, String> environment) {
        return new ServeSettings(
                port(environment.getOrDefault("HUIYIN_PORT", "8080")),
                publicUrl(environment.getOrDefault("HUIYIN_PUBLIC_URL", "")));
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("huiyin.production", true);
        if (!publicUrl.isEmpty()) properties.put("huiyin.public-url", publicUrl);
        return properties;
    }

    private static int port(String value) {
        if (!value.strip().matches("\\d{1,5}") || Integer.parseInt(value.strip()) > 65_535)
            throw new Refusal("HUIYIN_PORT is '" + value + "': give a number from 0 to 65535, such as 8080.");
        return Integer.parseInt(value.strip());
    }

    /** Slips and posters carry it: a slip with an address that leads nowhere is found out only when it is printed. */
    private static String publicUrl(String value) {
        String url = value.strip();
        if (url.isEmpty() || leadsSomewhere(url)) return url;
        throw new Refusal("HUIYIN_PUBLIC_URL is '" + value
                + "': give the address that residents type, such as https://huiyin.example.gov.cn.");
    }

    private static boolean leadsSomewhere(String url) {
        try {
            URI address = URI.create(url);
            return url.matches("https?://.+")
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
