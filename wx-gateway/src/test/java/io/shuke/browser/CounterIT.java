package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The counter on a clerk's phone, whose camera sees the guest's code. */
@Tag("slow")
@OpenShop
class CounterIT {

    private final Door door;
    private Guest guest;

    @Autowired
    Accounts accounts;

    @TempDir
    Path folder;

    CounterIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @BeforeEach
    void aGuestComes() {
        guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小周\"");
    }

    private void at(Consumer<Console> counter, boolean phone) {
        var film = folder.resolve("code.y4m");
        try {
            Film.of(guest.get("/api/me/card/code").at("/value"), film);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (var chromium = Chromium.seeing(film)) {
            var page = phone ? chromium.phone() : chromium.desk();
            page.context().grantPermissions(List.of("camera"));
            var console = new Console(door, page);
            console.open("till");
            console.signIn("CASHIER");
            counter.accept(console);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void scansTypesAndSettlesOnceThoughTappedTwice() {
        at(
                console -> {
                    var page = console.page;
                    var bills = new AtomicInteger();
                    page.onRequest(request -> {
                        if (request.url().endsWith("/till/bills")) {
                            bills.incrementAndGet();
                        }
                    });
                    assertThat(console.button(Pattern.compile("扫会员码"))).isVisible();
                    console.isForEverybody();
                    console.button(Pattern.compile("扫会员码")).tap();
                    assertThat(page.getByText("小周").first()).isVisible();
                    for (var key : new String[] {"3", "8", "小数点", "5"}) {
                        console.button(key).tap();
                    }
                    var due = due(console);
                    console.isForEverybody();
                    Pictures.take(page, Path.of("cashier.png"));

                    console.button("收款").dblclick();

                    assertThat(console.heading("收款成功")).isVisible();
                    assertThat(page.locator(".paid")).containsText(due);
                    assertThat(page.getByText("本次得 " + yuan(due) + " 积分")).isVisible();
                    console.isForEverybody();
                    assertThat(bills).hasValue(1);
                    assertThat(points()).isEqualTo(yuan(due));
                    takesBack(console, due);
                },
                true);
    }

    private void takesBack(Console console, String due) {
        console.button("退这一笔").tap();
        console.isForEverybody();
        console.button("退 " + due + " 元").dblclick();

        assertThat(console.page.getByText("已退 " + due + " 元")).isVisible();
        assertThat(points()).isEqualTo("0");
        console.button("下一位").tap();
        assertThat(console.button(Pattern.compile("扫会员码"))).isVisible();
    }

    @Test
    void worksWithAKeyboardAtADesk() {
        at(
                console -> {
                    console.button(Pattern.compile("扫会员码")).click();
                    assertThat(console.page.getByText("小周").first()).isVisible();
                    console.page.keyboard().type("20");
                    var due = due(console);
                    console.isForEverybody();
                    console.page.keyboard().press("Enter");

                    assertThat(console.heading("收款成功")).isVisible();
                    assertThat(points()).isEqualTo(yuan(due));
                    Looks.focusIsSeen(console.page, 4);
                },
                false);
    }

    @Test
    void asksAgainForABillWhoseAnswerWasLost() {
        at(
                console -> {
                    var page = console.page;
                    console.button(Pattern.compile("扫会员码")).tap();
                    assertThat(page.getByText("小周").first()).isVisible();
                    console.button("9").tap();
                    var due = due(console);
                    // The bill arrives, its answer does not.
                    page.route("**/till/bills", route -> {
                        route.fetch();
                        route.abort();
                    });
                    console.button("收款").tap();
                    assertThat(console.heading("上一笔没有等到回音")).isVisible();
                    console.isForEverybody();
                    page.unroute("**/till/bills");
                    page.reload();

                    console.button("再确认一次").tap();

                    assertThat(console.heading("收款成功")).isVisible();
                    assertThat(points()).isEqualTo(yuan(due));
                },
                true);
    }

    @Test
    void hasOtherWaysWhenThereIsNoCamera() {
        at(
                console -> {
                    var page = console.page;
                    assertThat(console.button(Pattern.compile("扫会员码"))).isVisible();
                    page.addInitScript("navigator.mediaDevices.getUserMedia ="
                            + " () => Promise.reject(new DOMException('', 'NotAllowedError'))");
                    page.reload();
                    console.button(Pattern.compile("扫会员码")).tap();
                    assertThat(console.heading("打不开摄像头")).isVisible();
                    console.isForEverybody();
                    console.button("用手机号找").tap();
                    page.getByLabel("手机号").fill("13700000000");
                    console.button("查找").tap();
                    assertThat(page.locator(".wrong[data-code='till.unknown-member']"))
                            .isVisible();
                    console.isForEverybody();
                    console.button("扫会员码").tap();
                    console.button("手输会员码").tap();
                    page.getByPlaceholder("会员卡二维码下面的字符")
                            .fill(guest.get("/api/me/card/code").at("/value"));
                    console.button("查找").tap();
                    assertThat(page.getByText("小周").first()).isVisible();
                },
                true);
    }

    /** What WeChat's own browser has under its script: it checks the page's signature, then scans. */
    private static final String BRIDGE = """
            const said = 'Mozilla/5.0 MicroMessenger/8.0.50';
            Object.defineProperty(navigator, 'userAgent', { get: () => said });
            window.WeixinJSBridge = {
              invoke: (name, asked, answer) => {
                if (name === 'preVerifyJSAPI') window.verified = { ...asked, page: location.href.split('#')[0] };
                answer(name === 'scanQRCode'
                  ? { err_msg: 'scanQRCode:ok', resultStr: 'CODE' }
                  : { err_msg: name + ':ok' });
              },
              on: () => {},
            };
            """;

    @Test
    void scansWithWechatsOwnScannerInsideWechat() throws Exception {
        var code = guest.get("/api/me/card/code").at("/value");
        try (var chromium = Chromium.start()) {
            var page = chromium.phone();
            page.addInitScript(BRIDGE.replace("CODE", code));
            var console = new Console(door, page);
            console.open("till");
            console.signIn("CASHIER");
            console.button(Pattern.compile("扫会员码")).tap();

            assertThat(page.getByText("小周").first()).isVisible();
            assertThat(chromium.complaints()).isEmpty();
            assertThat(page.evaluate("() => window.verified.verifySignature")).isEqualTo(signed(page));
        }
    }

    /** As WeChat reckons it: by the account's ticket, over exactly this page. */
    private String signed(Page page) throws Exception {
        var asked = (Map<?, ?>) page.evaluate("() => window.verified");
        var ticket = Objects.requireNonNull(accounts.official(String.valueOf(asked.get("verifyAppId")))
                        .toFuture()
                        .get())
                .getJsapiTicket();
        var text = "jsapi_ticket=%s&noncestr=%s&timestamp=%s&url=%s"
                .formatted(ticket, asked.get("verifyNonceStr"), asked.get("verifyTimestamp"), asked.get("page"));
        var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /** What the guest is told, the shop's welcome coupon taken off: "35.50". */
    private static String due(Console console) {
        var due = console.page.locator(".due b");
        assertThat(due).isVisible();
        return due.innerText();
    }

    /** A point for each whole yuan. */
    private static String yuan(String due) {
        return due.substring(0, due.indexOf('.'));
    }

    private String points() {
        return guest.get("/api/me/card").at("/points");
    }
}
