package io.huiyin.server.message;

import io.huiyin.server.sql.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 短信 by a gateway: {@code POST} of {@code {"id","to","text"}} to the operator's address, with {@code Authorization: Bearer} where a
 * token is set. A 2xx is taken as sent; 408, 429 and 5xx are tried again, any other answer is a refusal. The id is the same at every
 * try, also in {@code Idempotency-Key}, so that the gateway need send nothing twice.
 */
@Component
class TextMessages implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final @Nullable URI gateway;
    private final String token;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TextMessages(
            @Value("${huiyin.sms.url:}") String url,
            @Value("${huiyin.sms.token:}") String token,
            @Value("${huiyin.public-url:}") String publicUrl) {
        this.gateway = url.isBlank() ? null : gateway(url.strip());
        this.token = token.strip();
        if (gateway != null && publicUrl.isBlank())
            throw new Refusal("HUIYIN_SMS_URL is set, so HUIYIN_PUBLIC_URL must be set too: text messages lead there.");
    }

    private static URI gateway(String url) {
        try {
            URI gateway = URI.create(url);
            if (url.matches("https://.+|http://(127\\.0\\.0\\.1|localhost|\\[::1])[:/].+") && gateway.getHost() != null)
                return gateway;
        } catch (IllegalArgumentException unreadable) {
            // said below, without the secrets that may stand in it
        }
        throw new Refusal(
                "HUIYIN_SMS_URL cannot be used: give the https address of the gateway for text messages, or http on this machine.");
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean configured() {
        return gateway != null;
    }

    @Override
    public Fate send(Letter letter, String to) {
        if (gateway == null) throw new IllegalStateException("text messages are not configured");
        String body = json.writeValueAsString(Map.of("id", letter.id(), "to", to, "text", letter.text()));
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.id().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            return fate(http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return new Fate.Later("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fate.Later("unreachable");
        }
    }

    private static Fate fate(int status) {
        if (status / 100 == 2) return new Fate.Sent();
        boolean later = status >= 500 || status == 408 || status == 429 || status == 401 || status == 403;
        return later ? new Fate.Later("gateway " + status) : new Fate.Never("gateway " + status);
    }
}
