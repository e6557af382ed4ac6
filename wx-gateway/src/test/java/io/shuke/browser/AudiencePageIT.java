package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Audiences and tags on a phone. */
@Tag("slow")
@OpenShop
class AudiencePageIT {

    private final Door door;
    private Chromium chromium;

    AudiencePageIT(@LocalServerPort int port) {
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
    void anAudienceIsMadeOfSentencesAndCountedMeanwhile() {
        door.member().checkIn();
        var console = new Console(door, chromium.phone());
        console.open("marketing");
        console.signIn("OWNER");
        console.page.getByText("想联系哪些客人").click();
        assertThat(console.heading("常用人群")).isVisible();
        console.isForEverybody();

        console.page.getByText("入会还没买过").click();
        assertThat(console.page.getByText(Pattern.compile("[1-9][0-9,]* 位"))).isVisible();
        console.isForEverybody();
        console.button("加一个条件").click();
        console.isForEverybody();
        console.button(Pattern.compile("^连续签到")).click();
        console.button(Pattern.compile("：减少$")).click();
        console.isForEverybody();
        console.button("确定").click();
        assertThat(console.button("连续签到 6 天以上")).isVisible();
        assertThat(console.page.getByText("0 位", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        console.button("反过来：连续签到 6 天以上").click();
        assertThat(console.page.getByText(Pattern.compile("[1-9][0-9,]* 位"))).isVisible();
        console.page.getByLabel("满足一条就行").check();
        console.page.getByLabel("人群名称").fill("没买过也没签到");
        console.button("保存").click();

        assertThat(console.page.getByText("已保存")).isVisible();
        console.isForEverybody();
        console.open("marketing/segments");
        assertThat(console.page.getByText("没买过也没签到")).isVisible();
        assertThat(console.page.getByText("从没消费过或者不是（连续签到 6 天以上）的会员")).isVisible();
    }

    @Test
    void aTagIsStuckOnAMember() {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小郑\"");
        var number = guest.get("/api/me/card").at("/number");
        var console = new Console(door, chromium.phone());
        console.open("members");
        console.signIn("ADVISER");
        console.page.getByLabel("找会员").fill(number);
        assertThat(console.page.locator("a.member")).hasCount(1);
        console.page.locator("a.member").click();

        console.button("贴标签").click();
        console.page.getByLabel("新建一个标签").fill("宝妈");
        console.isForEverybody();
        console.button("新建并贴上").click();
        console.page.getByLabel("要记住什么（收银台会看到）").fill("宝宝对牛奶过敏");
        console.button("保存").click();

        assertThat(console.button("宝妈：宝宝对牛奶过敏")).isVisible();
        console.isForEverybody();
        console.button("宝妈：宝宝对牛奶过敏").click();
        console.button("撕掉这个标签").click();
        assertThat(console.page.getByText("还没有标签")).isVisible();
    }
}
