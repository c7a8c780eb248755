package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Somebody at a browser: a phone or a desk, Chinese or English, with or without script. */
final class Visitor implements AutoCloseable {

    private static final List<String> SWITCHES = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String AXE = AxeBuilder.getAxeScript();
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static @Nullable Browser browser;

    final Page page;
    private final BrowserContext context;
    /** axe is a script itself and waits for ever where there is none. */
    private final boolean scripted;

    private Visitor(Browser.NewContextOptions options) {
        scripted = !Boolean.FALSE.equals(options.javaScriptEnabled);
        context = browser().newContext(options);
        context.setDefaultTimeout(15_000);
        page = context.newPage();
    }

    static Visitor onPhone() {
        return new Visitor(options(390, 844).setIsMobile(true).setHasTouch(true));
    }

    static Visitor onSmallPhone() {
        return new Visitor(options(320, 640).setIsMobile(true).setHasTouch(true));
    }

    static Visitor atDesk() {
        return new Visitor(options(1280, 900));
    }

    static Visitor inEnglish() {
        return new Visitor(options(1280, 900).setLocale("en-GB"));
    }

    static Visitor withoutScript() {
        return new Visitor(options(390, 844).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN");
    }

    Visitor open(String path) {
        page.navigate(Site.site().address(path));
        return this;
    }

    /** Signs in as one of the demo's accounts; user name and password are what {@code demo} prints. */
    Visitor signIn(String username) {
        open("/desk/sign-in");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", Demo.password(Site.site().output()));
        page.click("main button[type=submit]");
        return this;
    }

    /** For inputs that a drawn control covers. */
    static Locator.CheckOptions force() {
        return new Locator.CheckOptions().setForce(true);
    }

    /** What a telephone reads from a QR code on the page, held close: drawn large, with white around it. */
    String scanned(String selector) {
        String drawn = (String) page.locator(selector).first().evaluate("code => code.outerHTML");
        try (Page close = context.newPage()) {
            close.setContent("<body style='margin:60px;background:white'><div style='width:500px'>"
                    + drawn.replaceFirst("<svg", "<svg style='display:block;width:500px;height:500px'") + "</div>");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(close.screenshot()));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (IOException | ReaderException e) {
            throw new AssertionError("no QR code can be read at " + selector, e);
        }
    }

    String text() {
        return page.innerText("body");
    }

    /** WCAG 2.2 A and AA by axe, and no sideways scrolling; then a picture to look at under target/pictures. */
    Visitor looksRight(String name) {
        fitsTheWidth(name);
        if (scripted) accessible(name);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
        return this;
    }

    /** At its own width, and at the 320 pixels to which a page on a desk shrinks when it is enlarged four times. */
    private void fitsTheWidth(String name) {
        ViewportSize own = page.viewportSize();
        fits(name);
        page.setViewportSize(320, own.height);
        fits(name + " at 320 pixels");
        page.setViewportSize(own.width, own.height);
    }

    private void fits(String name) {
        Object tooWide =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) tooWide).intValue())
                .as(name + " scrolls sideways by")
                .isLessThanOrEqualTo(0);
    }

    /**
     * axe's own run in the page. The builder that comes with axe reads it into the page twice, ends each run in a browser context
     * of its own, and takes a run that broke for one that found nothing.
     */
    private void accessible(String name) {
        page.evaluate("() => {" + AXE + "}");
        Object violations = page.evaluate("""
                tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})
                    .then(found => found.violations.map(rule => rule.id + ' at ' + rule.nodes[0].html))""", WCAG_2_2_AA);
        assertThat((List<?>) violations).as("accessibility of " + name).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            String chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                    .filter(path -> Files.isExecutable(Path.of(path)))
                    .findFirst()
                    .orElse("");
            Assumptions.assumeFalse(
                    chromium.isEmpty(), "Chromium is not installed: ./huiyin test installs it where it may");
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(chromium))
                            .setArgs(SWITCHES));
        }
        return browser;
    }
}
