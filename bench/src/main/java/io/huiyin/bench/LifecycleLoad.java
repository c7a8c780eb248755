package io.huiyin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole lives of petitions through HTTP, as people and staff make them: handed in, classed and passed on, accepted, given to a
 * handler, answered claim by claim, called solved by query code, and found again. Prints lives a second, lives, failures and the
 * 95th percentile of a request in milliseconds.
 */
final class LifecycleLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Pattern NUMBER = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Pattern LINK = Pattern.compile("\"(/desk/petitions/[0-9a-f-]{36})[/\"]");

    private final URI address;
    private final String password;
    private final LongAdder ended = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    private volatile boolean counting;
    private volatile boolean over;

    private LifecycleLoad(URI address, String password) {
        this.address = address;
        this.password = password;
    }

    /** Address, password of the demo's accounts, clients, seconds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LifecycleLoad load = new LifecycleLoad(URI.create(arguments[0]), arguments[1]);
        load.run(Integer.parseInt(arguments[2]), Duration.ofSeconds(Long.parseLong(arguments[3])));
    }

    private void run(int clients, Duration time) throws IOException, InterruptedException {
        // everybody at an office shares one signed-in browser: signing in is not what is measured, and it is limited
        Client intake = new Client().signIn("intake");
        Client head = new Client().signIn("unit-head");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) threads.add(Thread.startVirtualThread(() -> live(intake, head)));
        Thread.sleep(WARM_UP);
        counting = true;
        long from = System.nanoTime();
        Thread.sleep(time);
        counting = false;
        double seconds = (System.nanoTime() - from) / 1e9;
        over = true;
        for (Thread thread : threads) thread.join();
        List<Long> sorted = times.stream().sorted().toList();
        double p95 = sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.95)) / 1e6;
        System.out.printf(Locale.ROOT, "%.2f %d %d %.1f%n", ended.sum() / seconds, ended.sum(), failed.sum(), p95);
    }

    private void live(Client intake, Client head) {
        try {
            Client resident = new Client();
            while (!over) {
                boolean whole = ended(resident, intake, head);
                if (counting) (whole ? ended : failed).increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A life that breaks is counted, said, and followed by the next. */
    private boolean ended(Client resident, Client intake, Client head) throws InterruptedException {
        try {
            return life(resident, intake, head);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private boolean life(Client resident, Client intake, Client head) throws IOException, InterruptedException {
        String title = "压测 " + UUID.randomUUID();
        String receipt = resident.post(
                "/petitions/new",
                Map.of(
                        "step",
                        "check",
                        "submission",
                        UUID.randomUUID().toString(),
                        "kind",
                        "appeal",
                        "title",
                        title,
                        "words",
                        "经过",
                        "claims",
                        "请解决",
                        "naming",
                        "named",
                        "name",
                        "测试",
                        "contact",
                        "139",
                        "queryCode",
                        "123456"));
        Matcher number = NUMBER.matcher(receipt);
        if (!number.find()) return false;
        String code = number.group().replace(" ", "");
        String path = intake.found(code);
        String page = intake.get(path);
        page = intake.form(path + "/class", page, Map.of("petitionClass", "APPEAL", "route-1", "petition"));
        page = intake.form(path + "/moves", page, Map.of("move", "transfer", "unit", "ZR"));
        page = head.get(path);
        page = head.form(path + "/moves", page, Map.of("move", "accept"));
        page = head.form(path + "/moves", page, Map.of("move", "take", "handler", "handler"));
        page = head.form(path + "/answer", page, Map.of("facts-1", "事实", "opinion-1", "意见", "basis-1", "依据"));
        page = head.form(path + "/moves", page, Map.of("move", "answer"));
        String said = resident.post(
                "/petitions/" + code + "/verdict",
                Map.of(
                        "query",
                        "123456",
                        "said",
                        "solved",
                        "submission",
                        UUID.randomUUID().toString()));
        return said.contains("本人确认");
    }

    /** Somebody with cookies of their own. */
    private final class Client {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Client signIn(String username) throws IOException, InterruptedException {
            String page = get("/desk/sign-in");
            post("/desk/sign-in", with(Map.of("username", username, "password", password), "_csrf", csrf(page)));
            return this;
        }

        /** Where the petition of a number stands on the desk. */
        String found(String code) throws IOException, InterruptedException {
            Matcher link = LINK.matcher(get("/desk/petitions?number=" + code));
            if (!link.find()) throw new IOException("the desk does not find " + code);
            return link.group(1);
        }

        String form(String path, String page, Map<String, String> fields) throws IOException, InterruptedException {
            Matcher seen = SEEN.matcher(page);
            Map<String, String> all = with(fields, "_csrf", csrf(page));
            return post(path, seen.find() ? with(all, "seen", seen.group(1)) : all);
        }

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address.resolve(path)).header("Accept-Language", "zh-CN"));
        }

        String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            StringBuilder form = new StringBuilder();
            fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return send(HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept-Language", "zh-CN")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        }

        private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            long from = System.nanoTime();
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (counting) times.add(System.nanoTime() - from);
            if (answer.statusCode() >= 400)
                throw new IOException(answer.request().uri().getPath() + " answered " + answer.statusCode());
            return answer.body();
        }

        private static String csrf(String page) {
            Matcher token = CSRF.matcher(page);
            return token.find() ? token.group(1) : "";
        }

        private static Map<String, String> with(Map<String, String> fields, String name, String value) {
            Map<String, String> all = new TreeMap<>(fields);
            all.put(name, value);
            return all;
        }
    }
}
