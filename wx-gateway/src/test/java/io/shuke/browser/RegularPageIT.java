package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's page on the console: everything that is known of him, and what is done from there. */
@Tag("slow")
@OpenShop
class RegularPageIT {

    private final Door door;
    private Chromium chromium;

    RegularPageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @BeforeEach
    void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        if (chromium != null) {
            try {
                assertThat(chromium.complaints()).isEmpty();
            } finally {
                chromium.close();
            }
        }
    }

    @Test
    void aMemberIsFoundByNameKnownAndCaredFor() {
        var name = "龙" + Long.toString(System.nanoTime(), 36);
        joins(name).checkIn();
        var console = new Console(door, chromium.phone());
        find(console, name);
        Pictures.take(console.page, Path.of("regular.png"));

        for (var fold : new String[] {"消费足迹", "积分来历", "储值来历", "优惠券", "重要日子", "邀请", "收到的消息", "登记资料", "合并会员卡"}) {
            console.button(fold).click();
        }
        assertThat(console.page.getByText("还没有消费记录")).isVisible();
        assertThat(console.page.getByText("还没有储值。")).isVisible();
        assertThat(console.page.getByText("还没有邀请朋友入会。")).isVisible();
        assertThat(console.page.getByText("签到", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("regular-open.png"));

        console.button("记一条备注").click();
        console.page.getByLabel(Pattern.compile("要记住什么")).fill("不吃香菜");
        console.isForEverybody();
        console.button("保存").click();
        assertThat(console.page.getByText("不吃香菜")).isVisible();
    }

    @Test
    void pointsAreAdjustedOnceHoweverOftenOneTaps() {
        var name = "凤" + Long.toString(System.nanoTime(), 36);
        joins(name);
        var console = new Console(door, chromium.phone());
        find(console, name);
        var before = points(console);

        console.button("调积分").click();
        console.page.getByLabel("多少积分").fill("50");
        console.page.getByLabel(Pattern.compile("^原因")).fill("上次结账漏记");
        assertThat(console.page.getByText("→")).isVisible();
        Pictures.take(console.page, Path.of("adjust.png"));
        console.isForEverybody();
        console.button("确定").dblclick();

        assertThat(console.page.getByText("已调整")).isVisible();
        assertThat(console.page.locator("dd.big").first()).hasText(Integer.toString(before + 50));
    }

    @Test
    void twoCardsBecomeOneAndTwoAgain() {
        var name = "麟" + Long.toString(System.nanoTime(), 36);
        joins(name + "旧").checkIn();
        joins(name + "新");
        var console = new Console(door, chromium.desk());
        find(console, name + "旧");

        console.button("合并会员卡").click();
        console.button("合并另一张卡").click();
        var sheet = console.page.locator("dialog[open]");
        sheet.getByLabel("另一张卡是谁的").fill(name + "新");
        console.isForEverybody();
        sheet.getByText("找会员").click();
        sheet.locator("button.row").click();
        assertThat(console.heading("合并后是这样")).isVisible();
        Pictures.take(console.page, Path.of("merge.png"));
        console.isForEverybody();
        console.button("确认合并").click();
        assertThat(console.page.getByText("已合并")).isVisible();

        console.button("合并会员卡").click();
        console.button("撤销合并").click();
        console.isForEverybody();
        console.page.locator("dialog[open]").getByText("撤销合并").click();
        assertThat(console.page.getByText("已撤销合并")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("regular-desk.png"));
    }

    private Guest joins(String name) {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"" + name + "\"");
        return guest;
    }

    private static void find(Console console, String name) {
        console.open("members");
        console.signIn("OWNER");
        console.page.getByLabel("找会员").fill(name);
        var found = console.page.locator("a.member");
        assertThat(found).hasCount(1);
        found.click();
        assertThat(heading(console, name)).isVisible();
    }

    private static Locator heading(Console console, String name) {
        return console.heading(name);
    }

    private static int points(Console console) {
        return Integer.parseInt(console.page.locator("dd.big").first().innerText());
    }
}
