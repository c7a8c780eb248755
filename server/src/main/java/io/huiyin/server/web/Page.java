package io.huiyin.server.web;

import io.huiyin.server.sql.SqlTime;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template knows: the language, the texts, the path, who is signed in. Given to each template as {@code page}. */
public final class Page {

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final HttpServletRequest request;
    private final MessageSource messages;
    private final Assets assets;
    private final Locale locale;

    Page(HttpServletRequest request, MessageSource messages, Assets assets, Locale locale) {
        this.request = request;
        this.messages = messages;
        this.assets = assets;
        this.locale = locale;
    }

    /** The text of a message key in the page's language; an unknown key is a fault and throws. */
    public String text(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** A word of imported rows as people say it, or, when no text knows it, as it came: {@code word("web.channel.", "visit")}. */
    public String word(String group, String word) {
        return Objects.requireNonNull(messages.getMessage(group + word, new Object[0], word, locale));
    }

    public boolean chinese() {
        return !locale.getLanguage().equals("en");
    }

    /** The page's language as a BCP 47 tag. */
    public String lang() {
        return chinese() ? "zh-CN" : "en";
    }

    public Locale locale() {
        return locale;
    }

    /** What stands in the browser's tab: the page's own title, then the product. */
    public String title(String own) {
        String product = text("product");
        return own.equals(product) ? product : own + " – " + product;
    }

    /** Path and query of this page, for the language switch and for coming back after sign-in. */
    public String path() {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused) return refused;
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Whether this page is the one at the address, or below it. */
    public boolean under(String address) {
        String path = request.getRequestURI();
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** An address with a query of names and values, each encoded: {@code link("/results", "unit", "U1")}. */
    public String link(String address, Object... namesAndValues) {
        StringBuilder link = new StringBuilder(address);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            link.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=');
            link.append(URLEncoder.encode(String.valueOf(namesAndValues[i + 1]), StandardCharsets.UTF_8));
        }
        return link.toString();
    }

    /** Name of the account that is signed in, or null. */
    public @Nullable String user() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    /** Whether residents asked for large text (a cookie). */
    public boolean large() {
        return Cookies.value(request, Cookies.TEXT_SIZE).filter("large"::equals).isPresent();
    }

    public String day(LocalDate day) {
        return (chinese() ? DAY_ZH : DAY_EN).format(day);
    }

    public String day(Instant instant) {
        return day(SqlTime.day(instant));
    }

    /** Day and time of day in China. */
    public String time(Instant instant) {
        return day(instant) + " " + TIME.format(instant.atZone(SqlTime.CHINA));
    }

    /** A whole number with thousands separators. */
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with a fixed number of decimals. */
    public String decimal(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Address of a static file that changes whenever its content does. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The anti-forgery token for a form of somebody signed in; null on pages whose posts carry their own secret. */
    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
