package io.huiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole lives of petitions through HTTP, as people and staff make them: handed in, classed and passed on, accepted and
 * given to a handler, answered claim by claim, called solved by query code, and found again by its words. Prints lives a second, lives, failures and the
 * 95th percentile of a request in milliseconds.
 */
final class LifecycleLoad {

    private static final Pattern NUMBER = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final Pattern LINK = Pattern.compile("\"(/desk/petitions/[0-9a-f-]{36})[/\"]");

    private static final Pattern ISSUE = Pattern.compile("name=\"issue\" value=\"(\\d+)\"");

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

    /** Address, password of the demo's accounts, clients, seconds, seconds before them that only warm up. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LifecycleLoad load = new LifecycleLoad(URI.create(arguments[0]), arguments[1]);
        load.run(Integer.parseInt(arguments[2]), seconds(arguments[3]), seconds(arguments[4]));
    }

    private static Duration seconds(String number) {
        return Duration.ofSeconds(Long.parseLong(number));
    }

    private void run(int clients, Duration time, Duration warmUp) throws IOException, InterruptedException {
        // everybody at an office shares one signed-in browser: signing in is not what is measured, and it is limited
        Visitor intake = visitor().signIn("intake", password);
        Visitor head = visitor().signIn("unit-head", password);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) threads.add(Thread.startVirtualThread(() -> live(intake, head)));
        Thread.sleep(warmUp);
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

    private void live(Visitor intake, Visitor head) {
        try {
            Visitor resident = visitor();
            while (!over) {
                boolean whole = ended(resident, intake, head);
                if (counting) (whole ? ended : failed).increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A life that breaks is counted, said, and followed by the next. */
    private boolean ended(Visitor resident, Visitor intake, Visitor head) throws InterruptedException {
        try {
            return life(resident, intake, head);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private boolean life(Visitor resident, Visitor intake, Visitor head) throws IOException, InterruptedException {
        String title = "压测 " + UUID.randomUUID().toString().replace("-", "");
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
        String path = found(intake, code);
        String desk = intake.get(path);
        intake.form(
                path + "/class",
                desk,
                Map.of("petitionClass", "APPEAL", "route-1", "petition", "move", "transfer", "unit", "ZR"));
        String page = head.get(path);
        page = head.form(path + "/moves", page, Map.of("move", "accept", "handler", "handler"));
        head.form(
                path + "/answer",
                page,
                Map.of("facts-1", "事实", "opinion-1", "意见", "basis-1", "依据", "issue", issue(page)));
        String said = resident.post(
                "/petitions/" + code + "/verdict",
                Map.of(
                        "query",
                        "123456",
                        "said",
                        "solved",
                        "submission",
                        UUID.randomUUID().toString()));
        if (!said.contains("本人确认")) return false;
        return intake.form("/desk/petitions", desk, Map.of("words", title)).contains(path);
    }

    private static String issue(String page) throws IOException {
        Matcher version = ISSUE.matcher(page);
        if (!version.find()) throw new IOException("the answer cannot be issued");
        return version.group(1);
    }

    /** Where the petition of a number stands on the desk. */
    private static String found(Visitor intake, String code) throws IOException, InterruptedException {
        Matcher link = LINK.matcher(intake.get("/desk/petitions?number=" + code));
        if (!link.find()) throw new IOException("the desk does not find " + code);
        return link.group(1);
    }

    private Visitor visitor() {
        return new Visitor(address, nanoseconds -> {
            if (counting) times.add(nanoseconds);
        });
    }
}
