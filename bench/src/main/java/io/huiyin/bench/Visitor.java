package io.huiyin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with cookies of their own, who reads pages and sends forms. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private final URI address;
    private final LongConsumer took;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @param took is told how long each request took, in nanoseconds */
    Visitor(URI address, LongConsumer took) {
        this.address = address;
        this.took = took;
    }

    Visitor signIn(String username, String password) throws IOException, InterruptedException {
        String page = get("/desk/sign-in");
        post("/desk/sign-in", with(Map.of("username", username, "password", password), "_csrf", csrf(page)));
        return this;
    }

    String form(String path, String page, Map<String, String> fields) throws IOException, InterruptedException {
        // a page has several forms, each with what it was made from
        int form = Math.max(0, page.indexOf("action=\"" + path + "\""));
        Matcher seen = SEEN.matcher(page.substring(form));
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
        took.accept(System.nanoTime() - from);
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
