package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shuke.OpenShop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The newcomer's way through the house, at /sim. */
@OpenShop
class SimulatorPhoneIT {

    private final String root;

    SimulatorPhoneIT(@LocalServerPort int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    @Test
    void aStrangerScansIsWelcomedJoinsAndChecksIn() {
        try (var chromium = Chromium.start()) {
            var page = chromium.desk();
            page.navigate(root + "/sim");
            page.getByLabel("昵称").fill("小周");
            button(page, "添加").click();
            assertThat(page.getByText("微信 · 小周")).isVisible();

            button(page, "扫一扫").click();
            page.getByText("store-1").click();
            page.getByText("欢迎光临老街面馆·解放路店").click();
            var phone = page.frameLocator("iframe");
            join(phone);
            checkIn(phone);
            Looks.everythingHasAName(page.mainFrame());
            phone.getByRole(AriaRole.LINK, named("会员卡")).first().click();
            assertThat(phone.locator("img").first()).isVisible();
            Pictures.take(page, Path.of("sim.png"));

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void join(FrameLocator phone) {
        phone.getByLabel("怎么称呼你").fill("小周");
        phone.getByRole(AriaRole.CHECKBOX).check();
        button(phone, "加入，领我的会员卡").click();
        assertThat(phone.getByText("结账时出示").first()).isVisible();
    }

    private static void checkIn(FrameLocator phone) {
        phone.getByRole(AriaRole.LINK, named("签到")).first().click();
        button(phone, "签到，领 5 积分").click();
        assertThat(phone.getByText("今天已签到").first()).isVisible();
        phone.getByRole(AriaRole.LINK, named("积分")).first().click();
        assertThat(phone.getByText("签到 +5")).hasCount(1);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(FrameLocator frame, String name) {
        return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    private static FrameLocator.GetByRoleOptions named(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
    }
}
