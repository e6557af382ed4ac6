package io.shuke.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one these tests are left out, and say so; a build server must have it. */
final class Chromium implements AutoCloseable {

    private static final Path BINARY =
            Path.of(System.getProperty("chromium", System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")));

    private static final List<String> ARGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Pattern ANSWER = Pattern.compile("status of 4(01|03|04|09)|net::ERR_FAILED");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Chromium(List<String> more) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(BINARY)
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setTimeout(120_000)
                        .setArgs(Stream.concat(ARGS.stream(), more.stream()).toList()));
    }

    static Chromium start() {
        return start(List.of());
    }

    /** Whose camera sees the film, over and over. */
    static Chromium seeing(Path film) {
        return start(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film));
    }

    private static Chromium start(List<String> more) {
        if (!Files.isExecutable(BINARY)) {
            var why = "NO BROWSER TESTS: there is no Chromium at " + BINARY + " (-Dchromium=… names another)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why);
            }
            System.err.println("\n*** " + why + "\n");
            Assumptions.abort(why);
        }
        return new Chromium(more);
    }

    Page phone() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    Page desk() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(30_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium calls an error what is an answer: "sign in first", "no", "somebody was quicker". And what a test
            // cut.
            if (message.type().equals("error")
                    && !ANSWER.matcher(message.text()).find()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 500 || response.status() == 404 && !isAnswer(response)) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    /** "There is no such thing" is said by a door; where there is no door, the page asked for what is missing. */
    private static boolean isAnswer(Response response) {
        return response.headers().getOrDefault("content-type", "").contains("problem+json")
                && response.url().contains("/api/");
    }

    /** Errors on the console, violations of the policy, broken requests. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
