package io.huiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients that rate as browsers do, as fast as they are answered: prints ratings a second, ratings, failures. */
final class RatingLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Pattern KEY = Pattern.compile("name=\"key\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final LongAdder given = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean counting;
    private volatile boolean over;

    private RatingLoad(URI address) {
        this.address = address;
    }

    /** Address, file with one 16-digit code a line, clients, seconds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RatingLoad load = new RatingLoad(URI.create(arguments[0]));
        List<String> keys = new ArrayList<>();
        for (String code : Files.readAllLines(Path.of(arguments[1]))) keys.add(load.open(code));
        load.run(keys, Integer.parseInt(arguments[2]), Duration.ofSeconds(Long.parseLong(arguments[3])));
    }

    /** The page of an opened invitation carries its secret in a hidden field. */
    private String open(String code) throws IOException, InterruptedException {
        String page = post("/rate/open", "key=" + encoded(code)).body();
        Matcher key = KEY.matcher(page);
        if (!key.find()) throw new IOException("the code " + code + " opened nothing");
        return key.group(1);
    }

    private void run(List<String> keys, int clients, Duration time) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int first = i;
            threads.add(Thread.startVirtualThread(() -> rate(keys, first, clients)));
        }
        Thread.sleep(WARM_UP);
        counting = true;
        long from = System.nanoTime();
        Thread.sleep(time);
        counting = false;
        double seconds = (System.nanoTime() - from) / 1e9;
        long count = given.sum();
        over = true;
        for (Thread thread : threads) thread.join();
        System.out.printf(Locale.ROOT, "%.0f %d %d%n", count / seconds, count, failed.sum());
    }

    /** Each client has matters of its own. */
    private void rate(List<String> keys, int first, int step) {
        for (int i = first; !over; i = i + step < keys.size() ? i + step : first) {
            try {
                int status = post("/rate", "key=" + keys.get(i) + "&submission=" + UUID.randomUUID() + "&overall=4")
                        .statusCode();
                if (counting) (status == 200 ? given : failed).increment();
            } catch (IOException e) {
                failed.increment();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
