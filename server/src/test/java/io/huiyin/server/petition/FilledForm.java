package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The petition's form, filled in by somebody whose files are still missing. */
final class FilledForm {

    static final String QUERY = "麦子 2026";
    private static final String EDGE = "----edge";

    private final MockMvcTester mvc;
    private final int port;

    final Map<String, String> fields = new LinkedHashMap<>(Map.of(
            "submission", UUID.randomUUID().toString(),
            "step", "files",
            "kind", "appeal",
            "title", "路灯不亮",
            "words", "三号路口",
            "claims", "修好路灯",
            "naming", "named",
            "name", "王小明",
            "contact", "13912345678",
            "queryCode", QUERY));

    FilledForm(MockMvcTester mvc, int port) {
        this.mvc = mvc;
        this.port = port;
    }

    /** Sends what is filled in, and files, through the server's own port as a browser does. */
    HttpResponse<String> send(byte[]... files) throws Exception {
        return send("/petitions/new/files", files);
    }

    HttpResponse<String> send(String address, byte[]... files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (byte[] file : files) body.writeBytes(file);
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                            .header("Accept-Language", "zh-CN")
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    /** The last step; answers the petition's number. */
    String handedIn() throws Exception {
        Map<String, String> last = new LinkedHashMap<>(fields);
        last.put("step", "check");
        var post = mvc.post().uri("/petitions/new");
        last.forEach(post::param);
        Matcher number = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}")
                .matcher(post.exchange().getResponse().getContentAsString());
        assertThat(number.find()).as("a number on the page").isTrue();
        return number.group().replace(" ", "");
    }

    /** One file of the form. */
    static byte[] file(String name, String type, byte[] bytes) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(bytes);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }
}
