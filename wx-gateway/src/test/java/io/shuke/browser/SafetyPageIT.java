package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What guards a shop against its own people: approvals, records, the second factor and members' rights, on a phone and a desk. */
@Tag("slow")
@OpenShop
class SafetyPageIT {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** As the page would, for which every member has another address. */
    private static final String ASKS = """
            async ([member, change, key]) => {
              const who = await (await fetch('/console/api/sessions')).json();
              const answer = await fetch('/console/api/points', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': who.csrf },
                body: JSON.stringify({ memberId: member, change, note: '开业赔礼', key }),
              });
              return (await answer.json()).code ?? String(answer.status);
            }""";

    private final Door door;

    @Autowired
    Clock clock;

    SafetyPageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void aSecondPersonAgreesAndEverythingIsWrittenDown() throws GeneralSecurityException {
        var wang = door.member();
        var me = wang.get("/api/me");
        try (var chromium = Chromium.start()) {
            var manager = signedIn(chromium.desk(), "MANAGER");
            var asked = new Object[] {me.at("/id"), 12_000, "safety-" + me.at("/id")};
            assertThat(manager.page.evaluate(ASKS, asked)).isEqualTo("approval.needed");

            var owner = signedIn(chromium.phone(), "OWNER");
            assertThat(owner.page.getByText(Pattern.compile("[1-9][0-9]* 笔等您审批")))
                    .isVisible();
            owner.isForEverybody();
            Pictures.take(owner.page, Path.of("me.png"));
            agrees(owner);
            assertThat(manager.page.evaluate(ASKS, asked)).isEqualTo("201");

            secondFactor(owner);
            records(owner);
            forgets(owner, me.at("/number"));

            manager.open("me/approvals");
            assertThat(manager.page.getByText("开业赔礼").first()).isVisible();
            manager.isForEverybody();
            Pictures.take(manager.page, Path.of("approvals-wide.png"));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private Console signedIn(Page page, String role) {
        var console = new Console(door, page);
        console.open("me");
        console.signIn(role);
        assertThat(console.button("退出登录")).isVisible();
        return console;
    }

    private static void agrees(Console owner) {
        owner.open("me/approvals");
        assertThat(owner.page.getByText("+12,000 积分").first()).isVisible();
        owner.isForEverybody();
        Pictures.take(owner.page, Path.of("approvals.png"));
        owner.button(Pattern.compile("^手工增减积分")).click();
        assertThat(owner.button("确定")).isVisible();
        owner.isForEverybody();
        owner.button("取消").click();
        owner.button("同意").first().click();
        assertThat(owner.heading("同意这笔申请？")).isVisible();
        owner.isForEverybody();
        owner.page.locator("dialog[open] .button").first().click();
        assertThat(owner.page.getByText("已同意，已经办好")).isVisible();
    }

    /** Ends as it began, for the other tests use the same owner. */
    private void secondFactor(Console owner) throws GeneralSecurityException {
        var page = owner.page;
        owner.open("me/second-factor");
        page.getByLabel("您的登录密码").fill(password());
        owner.isForEverybody();
        owner.button("开始设置").click();
        var secret = page.locator(".secret").textContent();
        owner.isForEverybody();
        Pictures.take(page, Path.of("second-factor.png"));
        page.getByLabel("第 2 步：输入验证器显示的 6 位数字").fill(code(secret));
        owner.button("启用").click();
        assertThat(owner.heading("备用码")).isVisible();
        owner.isForEverybody();
        var spare = page.locator(".codes li").first().textContent();
        owner.button("我已经抄好了").click();
        owner.button("停用二次验证").click();
        assertThat(owner.heading("请输入验证码")).isVisible();
        owner.isForEverybody();
        page.getByLabel("6 位验证码，或一个备用码").fill("000000");
        owner.button("确定").click();
        assertThat(page.getByText(Pattern.compile("^验证码不正确"))).isVisible();
        page.getByLabel("6 位验证码，或一个备用码").fill(spare);
        owner.button("确定").click();
        assertThat(owner.heading("还没有设置")).isVisible();
    }

    private static void records(Console owner) {
        owner.open("me/audit");
        assertThat(owner.page.getByText("停用二次验证").first()).isVisible();
        owner.button("现在检查").click();
        assertThat(owner.page.getByText(Pattern.compile("^全部 [0-9]+ 行记录完好"))).isVisible();
        owner.isForEverybody();
        Pictures.take(owner.page, Path.of("audit.png"));
        owner.button(Pattern.compile("^同意审批")).first().click();
        assertThat(owner.heading("同意审批")).isVisible();
        owner.isForEverybody();
        owner.button("关闭").click();
    }

    private static void forgets(Console owner, String number) {
        var page = owner.page;
        owner.open("me/privacy");
        page.getByLabel("哪位会员？").fill(number);
        owner.button("查找").click();
        assertThat(page.getByText(Pattern.compile("12,[0-9]{3} 积分"))).isVisible();
        owner.isForEverybody();
        Pictures.take(page, Path.of("privacy.png"));
        page.waitForDownload(() -> owner.button("导出他的全部信息").click());
        owner.button("删除这位会员").click();
        page.getByLabel("请输入他的卡号").fill(number);
        owner.isForEverybody();
        owner.button("确定删除").click();
        assertThat(page.getByText("已删除", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private String password() {
        for (var login :
                door.call("GET", "/sim/api/shop", Map.of(), null).json().path("console")) {
            if (login.path("role").asString("").equals("OWNER")) {
                return login.path("password").asString("");
            }
        }
        throw new AssertionError("nobody is the owner");
    }

    private String code(String secret) throws GeneralSecurityException {
        var bytes = ByteBuffer.allocate(20);
        long buffer = 0;
        int bits = 0;
        for (var c : secret.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes.array(), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(clock.instant().getEpochSecond() / 30)
                .array());
        var number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
