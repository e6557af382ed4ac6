package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A push from a phone, from the first tap until it is done. */
@Tag("slow")
@OpenShop
class PushPageIT {

    private final Door door;

    @Autowired
    Jdbc jdbc;

    @Autowired
    MessageTemplates templates;

    PushPageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void sendsAPushWithOneHand() {
        for (int n = 0; n < 3; n++) {
            door.member().act("follow", "{}");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.within(new MerchantId(1), templates::all).size() > 20);
        try (var chromium = Chromium.start()) {
            var console = new Console(door, chromium.phone());
            console.open("marketing/pushes");
            console.signIn("OWNER");
            console.page.getByText("新推送").click();
            console.isForEverybody();
            console.button("下一步").click();
            write(console);
            console.button("下一步").click();
            assertThat(console.page.getByText(Pattern.compile("能收到 [0-9]+ 位"))).isVisible();
            console.isForEverybody();
            console.button("下一步").click();
            console.isForEverybody();
            console.button("马上发送").click();

            assertThat(console.page.locator("[data-state=DONE]"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            assertThat(console.page.getByText("100%").first()).isVisible();
            console.isForEverybody();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void theShopSwitchesANoticeOnAndAMemberHisOff() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.within(new MerchantId(1), templates::all).size() > 20);
        try (var chromium = Chromium.start()) {
            var console = new Console(door, chromium.phone());
            console.open("marketing/notices");
            console.signIn("OWNER");
            console.isForEverybody();
            Pictures.take(console.page, Path.of("notices.png"));
            console.button(Pattern.compile("客人等级下调后")).click();
            console.page.getByLabel("用哪个微信模板").selectOption(new SelectOption().setLabel("会员等级变更通知（服务通知）"));
            gap(console, "会员等级").fill("{等级}");
            gap(console, "变更时间").fill("{日期}");
            gap(console, "说明").fill("从{原等级}调整为{等级}");
            assertThat(console.page.getByText("从金卡调整为银卡")).isVisible();
            console.isForEverybody();
            Pictures.take(console.page, Path.of("notice.png"));
            console.button("保存").click();
            assertThat(console.button(Pattern.compile("客人等级下调后.*已打开"))).isVisible();

            var guest = door.member();
            var page = chromium.phone();
            page.context()
                    .addCookies(List.of(new Cookie("shuke_session", guest.session())
                            .setUrl(door.root())
                            .setHttpOnly(true)));
            page.navigate(door.root() + "/h5/?shop=1#/me");
            page.getByText("消息提醒").click();
            page.getByLabel("等级变化").uncheck();
            assertThat(page.getByText("已保存").first()).isVisible();
            Pictures.take(page, Path.of("opt-outs.png"));
            page.reload();
            assertThat(page.getByLabel("等级变化")).not().isChecked();
            assertThat(page.getByLabel("余额变动")).isChecked();
            Axe.findsNothing(page);
            Looks.everythingHasAName(page.mainFrame());
            Looks.textMayGrow(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void write(Console console) {
        console.page.getByLabel("服务提醒").check();
        console.page.getByLabel("给这次推送起个名字").fill("升级提醒");
        console.page.getByLabel("用哪个微信模板").selectOption(new SelectOption().setLabel("会员等级变更通知（服务通知）"));
        gap(console, "会员等级").fill("一二三四五六七八九十一二三四五六七八九十一");
        assertThat(console.page.getByText("超出 1 个字")).isVisible();
        console.isForEverybody();
        gap(console, "会员等级").fill("金卡");
        gap(console, "变更时间").fill("2026年11月25日");
        gap(console, "说明").fill("恭喜");
    }

    private static Locator gap(Console console, String label) {
        return console.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }
}
