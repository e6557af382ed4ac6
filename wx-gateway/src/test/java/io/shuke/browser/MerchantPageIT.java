package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The merchant's page on a phone and on a desk. */
@Tag("slow")
@OpenShop
class MerchantPageIT {

    enum Screen {
        PHONE,
        DESK
    }

    private final Door door;
    private Chromium chromium;

    MerchantPageIT(@LocalServerPort int port) {
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

    private Console console(Screen screen) {
        return new Console(door, screen == Screen.PHONE ? chromium.phone() : chromium.desk());
    }

    @ParameterizedTest
    @EnumSource
    void signsInWhoKnowsThePasswordAndLeadsBackToWhereHeWas(Screen screen) {
        var console = console(screen);
        console.open("marketing/check-in");
        assertThat(console.heading("登录")).isVisible();
        console.isForEverybody();
        console.button("登录").click();
        assertThat(console.page.getByText("请填写账号和密码")).isVisible();
        console.signIn("demo.owner", "not the password");
        assertThat(console.page.getByText("账号或密码不正确。")).isVisible();

        console.signIn("OWNER");

        assertThat(console.heading("签到规则")).isVisible();
        console.page.context().clearCookies();
        console.tab("会员").click();
        assertThat(console.page.getByText("登录已过期")).isVisible();
        console.signIn("MANAGER");
        assertThat(console.heading("会员")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void showsTodayInNumbers(Screen screen) {
        door.member().checkIn();
        var console = console(screen);
        console.open("home");
        console.signIn("OWNER");

        assertThat(console.page.getByText("全部会员")).isVisible();
        assertThat(console.page.locator("a.figure", new Page.LocatorOptions().setHasText("签到")))
                .containsText(Pattern.compile("[1-9][0-9]*人"));
        console.isForEverybody();
        Looks.focusIsSeen(console.page, 6);
    }

    @ParameterizedTest
    @EnumSource
    void showsAMemberWithTheHistoryOfHisPoints(Screen screen) {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小周\"");
        guest.checkIn();
        var number = guest.get("/api/me/card").at("/number");
        var console = console(screen);
        console.open("members");
        console.signIn("ADVISER");
        assertThat(console.page.getByText("小周").first()).isVisible();
        console.isForEverybody();

        console.page.getByLabel("找会员").fill(number);
        assertThat(console.page.locator("a.member")).hasCount(1);
        console.page.locator("a.member").click();

        assertThat(console.heading("小周")).isVisible();
        console.button("积分来历").click();
        assertThat(console.page.getByText("签到", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(console.page.getByText("+5").first()).isVisible();
        console.isForEverybody();
        if (screen == Screen.PHONE) {
            Pictures.take(console.page, Path.of("member.png"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesThePlanAndTellsWhoeverChangedItTooLate(Screen screen) {
        var first = console(screen);
        first.open("marketing");
        first.signIn("OWNER");
        var rule = first.page.getByText("客人天天来，店家有表示");
        assertThat(rule).isVisible();
        first.isForEverybody();
        rule.click();
        var late = console(screen);
        late.open("marketing/check-in");
        late.signIn("MANAGER");
        assertThat(late.heading("签到规则")).isVisible();

        change(first, "减少");
        first.isForEverybody();
        first.button("保存").click();
        assertThat(first.page.getByText("已保存")).isVisible();

        change(late, "增加");
        late.button("保存").click();
        assertThat(late.heading("刚刚有人改过")).isVisible();
        late.isForEverybody();
        late.button("用我的覆盖").click();
        assertThat(late.page.getByText("已保存")).isVisible();
    }

    private static void change(Console console, String how) {
        console.button(Pattern.compile("每月可以补签几次")).click();
        console.button("每月可以补签几次：" + how).click();
        console.isForEverybody();
        console.button("确定").click();
    }

    @Test
    void makesNobodyAnOwnerWithoutAGoodLink() {
        var console = console(Screen.PHONE);
        console.open("first-owner/made-up");
        console.isForEverybody();
        console.page.getByLabel("怎么称呼您").fill("老板娘");
        console.page.getByLabel("账号").fill("laojie");
        console.page
                .getByLabel("密码", new Page.GetByLabelOptions().setExact(true))
                .fill("a long enough secret");
        console.button("完成，开始使用").click();
        assertThat(console.page.getByText("两遍密码不一样")).isVisible();
        console.page.getByLabel("再输一遍密码").fill("a long enough secret");
        console.button("完成，开始使用").click();

        assertThat(console.page.getByText("这个地址已经失效")).isVisible();
    }

    @Test
    void keepsWorkThatIsNotSaved() {
        var console = console(Screen.PHONE);
        console.open("marketing/check-in");
        console.signIn("OWNER");
        change(console, "减少");
        console.tab("首页").click();

        assertThat(console.page.getByText("请先保存，或放弃改动")).isVisible();
        console.button("放弃").click();
        console.tab("首页").click();
        assertThat(console.page.getByText("新会员")).isVisible();
    }

    @Test
    void showsNobodyWhatIsNotHis() {
        var console = console(Screen.PHONE);
        console.open("members");
        console.signIn("CASHIER");

        assertThat(console.page.getByText("您的岗位不能使用这项功能")).isVisible();
        assertThat(console.tab("会员")).hasCount(0);
        console.open("marketing/check-in");
        assertThat(console.page.getByText("只有店主和店长可以修改")).isVisible();
        console.tab("我的").click();
        console.isForEverybody();
        console.button("退出登录").click();
        assertThat(console.heading("登录")).isVisible();
        console.open("home");
        assertThat(console.heading("登录")).isVisible();
    }

    @Test
    void saysSoWhenTheNetworkIsGoneAndGoesOnWhenItIsBack() {
        var console = console(Screen.PHONE);
        console.open("me");
        console.signIn("OWNER");
        assertThat(console.button("退出登录")).isVisible();
        console.page.route("**/console/api/home", route -> route.abort());
        console.tab("首页").click();

        assertThat(console.page.getByText("连不上店里的服务")).isVisible();
        console.isForEverybody();
        console.page.unroute("**/console/api/home");
        console.button("再试一次").click();
        assertThat(console.page.getByText("新会员")).isVisible();
    }
}
