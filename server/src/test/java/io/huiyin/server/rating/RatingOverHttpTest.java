package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.rating.Invitations.Closed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ratings as browsers send them, through the server's own port. */
@HuiyinTest
class RatingOverHttpTest {

    private static final Pattern RECEIPT = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient sql;

    String secret = "";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void a_closed_matter() {
        AMatter closed = AMatter.closed();
        UUID matter = closed.in();
        invitations.open(List.of(new Closed(matter, closed.closedAt())));
        secret = invitations.slip(matter).orElseThrow().secret();
    }

    @Test
    void fifty_parallel_posts_of_one_submission_are_one_row_and_of_two_are_two() {
        UUID one = UUID.randomUUID();
        assertThat(receipts(IntStream.range(0, 50).mapToObj(i -> rate(one, 4)).toList()))
                .hasSize(1);
        assertThat(rows()).isOne();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        assertThat(receipts(IntStream.range(0, 50)
                        .mapToObj(i -> rate(i % 2 == 0 ? two : three, 3))
                        .toList()))
                .hasSize(2);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void the_pages_are_small_and_set_no_cookie() throws Exception {
        HttpResponse<byte[]> page = client.send(
                HttpRequest.newBuilder(at("/rate"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).hasSizeLessThan(4_000);
    }

    @Test
    void a_post_of_ten_megabytes_is_refused_and_stores_nothing() throws Exception {
        byte[] form = ("key=" + secret + "&submission=" + UUID.randomUUID() + "&overall=5&comment="
                        + "x".repeat(10_000_000))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int status;
        try {
            status = client.send(post("/rate/details", BodyPublishers.ofByteArray(form)), BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException closed) {
            status = 413; // the server hung up before reading it all
        }
        assertThat(status).isBetween(400, 499);
        assertThat(rows()).isZero();
        // whoever hung up, it was not a server that had fallen over
        assertThat(receipts(List.of(rate(UUID.randomUUID(), 4)))).hasSize(1);
        assertThat(rows()).isOne();
    }

    private CompletableFuture<HttpResponse<String>> rate(UUID submission, int overall) {
        String form = "key=" + secret + "&submission=" + submission + "&overall=" + overall;
        return client.sendAsync(post("/rate", BodyPublishers.ofString(form)), BodyHandlers.ofString());
    }

    private HttpRequest post(String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build();
    }

    private static Set<String> receipts(List<CompletableFuture<HttpResponse<String>>> answers) {
        Set<String> receipts = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            HttpResponse<String> response = answer.join();
            assertThat(response.statusCode()).isEqualTo(200);
            Matcher receipt = RECEIPT.matcher(response.body());
            assertThat(receipt.find()).isTrue();
            receipts.add(receipt.group());
        }
        return receipts;
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private long rows() {
        return sql.sql("SELECT count(*) FROM rating.rating").query(Long.class).single();
    }
}
