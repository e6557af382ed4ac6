package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The owner sees to his stores, his people and his keys, on a phone and at a desk. */
@Tag("slow")
@OpenShop
class ShopAffairsIT {

    private final Door door;
    private Chromium chromium;

    ShopAffairsIT(@LocalServerPort int port) {
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
    void aStoreIsOpenedAndWhoWasQuickerIsNotOverwritten() {
        var console = owner(chromium.phone());
        console.page.getByText("开店、改名、关店").click();
        console.button("开一家门店").click();
        console.page.getByLabel("店名").fill("火车站店");
        console.page.getByLabel("地址").fill("站前路 1 号");
        console.isForEverybody();
        console.button("保存").dblclick();
        assertThat(console.button(Pattern.compile("^火车站店"))).hasCount(1);
        console.isForEverybody();
        Pictures.take(console.page, Path.of("stores.png"));

        console.button(Pattern.compile("^火车站店")).click();
        var other = owner(chromium.desk());
        other.open("me/stores");
        other.button(Pattern.compile("^火车站店")).click();
        other.page.getByLabel("店名").fill("北站店");
        other.button("保存").click();
        assertThat(other.button(Pattern.compile("^北站店"))).isVisible();
        other.isForEverybody();

        console.page.getByLabel("店名").fill("南站店");
        console.button("保存").click();
        assertThat(console.page.getByText("北站店 站前路 1 号")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("stale.png"));
        console.button("仍用我的").click();
        assertThat(console.button(Pattern.compile("^南站店"))).isVisible();

        console.button(Pattern.compile("^南站店")).click();
        console.button("关掉这家店").click();
        console.isForEverybody();
        console.button("关店").click();
        assertThat(console.heading("已关的店")).isVisible();
    }

    @Test
    void somebodyIsInvitedComesAndHasToGo() {
        var console = owner(chromium.desk());
        console.page.getByText("请人、岗位、门店、离职").click();
        console.button("邀请一位店员").click();
        console.page.getByLabel("怎么称呼").fill("小赵");
        console.page.getByLabel("老街面馆·解放路店").check();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("invite.png"));
        console.button("生成邀请链接").click();
        assertThat(console.heading("把这个链接发给小赵")).isVisible();
        console.isForEverybody();
        var link = console.page.locator(".secret").innerText();
        console.button("好了").click();
        assertThat(console.page.getByText("小赵 · 收银员")).isVisible();
        console.isForEverybody();

        var clerk = new Console(door, chromium.phone());
        clerk.page.navigate(link);
        assertThat(clerk.heading("欢迎加入")).isVisible();
        clerk.isForEverybody();
        clerk.page.getByLabel("账号").fill("xiaozhao");
        clerk.page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill("a-long-walk-home");
        clerk.page.getByLabel("再输一遍密码").fill("a-long-walk-home");
        clerk.button("完成，开始工作").click();
        assertThat(clerk.page.getByText("小赵，欢迎您")).isVisible();

        console.page.reload();
        console.button(Pattern.compile("^小赵")).click();
        console.button("请他离开").click();
        console.button("确定离职").click();
        assertThat(console.page.getByText("小赵已离职")).isVisible();
        clerk.page.waitForTimeout(5_000);
        clerk.open("members");
        clerk.page.reload();
        assertThat(clerk.button("登录")).isVisible();
    }

    @Test
    void aTillKeyIsMadeShownOnceRenewedAndEnded() {
        var console = owner(chromium.phone());
        console.page.getByText("让收银机、点餐系统接进来").click();
        console.button("做一把密钥").click();
        console.page.getByLabel("放在哪台机器上").fill("二楼收银机");
        console.page.getByLabel("一笔账最多（元）").fill("300");
        console.isForEverybody();
        Pictures.take(console.page, Path.of("key.png"));
        console.button("做好，看密钥").click();
        assertThat(console.heading("把这两行填进收银软件")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("secret.png"));
        var secret = console.page.locator(".secret").nth(1).innerText();
        assertThat(secret).hasSize(43);
        console.button("填好了").click();
        assertThat(console.page.content()).doesNotContain(secret);

        console.button(Pattern.compile("^二楼收银机")).click();
        assertThat(console.page.getByLabel("一笔账最多（元）")).hasValue("300");
        console.button("换密钥").click();
        console.isForEverybody();
        console.button("换一把新的").click();
        assertThat(console.page.locator(".secret").nth(1)).not().hasText(secret);
        console.button("填好了").click();
        console.isForEverybody();

        console.button(Pattern.compile("^二楼收银机")).click();
        console.button("停用").click();
        console.isForEverybody();
        console.button("马上停用").click();
        assertThat(console.heading("已停用")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("keys.png"));
    }

    @Test
    void whoHasBoundHisWechatSignsInByScanning() {
        var phone = door.stranger();
        var console = owner(chromium.phone());
        var binding = shown(console, Pattern.compile("^微信扫码登录"), "/me/wechat/codes");
        console.isForEverybody();
        Pictures.take(console.page, Path.of("bind.png"));
        phone.scan(binding);
        assertThat(console.page.getByText("微信已绑定")).isVisible();

        var other = new Console(door, chromium.desk());
        other.open("sign-in");
        var scene = shown(other, Pattern.compile("^用微信扫码登录$"), "/sessions/codes");
        other.isForEverybody();
        Pictures.take(other.page, Path.of("scan.png"));
        assertThat(phone.scan(scene).text()).contains("已收到扫码");

        assertThat(other.tab("首页")).isVisible();
    }

    /** What the code says that is shown after a tap. */
    private static String shown(Console console, Pattern button, String desk) {
        var answer =
                console.page.waitForResponse(response -> response.url().endsWith(desk), () -> console.button(button)
                        .click());
        assertThat(console.page.locator(".code img")).isVisible();
        return new JsonMapper().readTree(answer.text()).path("scene").asString("");
    }

    @Test
    void anAccountIsConnectedStepByStep() {
        var console = owner(chromium.phone());
        console.page.getByText("接公众号和小程序，一步步检查").click();
        var demo = console.button(Pattern.compile("公众号（服务号）.*检查$"));
        assertThat(demo.first()).isVisible();
        console.isForEverybody();
        demo.first().click();
        assertThat(console.page.getByText("全部通过，可以用了")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("account.png"));
        console.button("好了").click();

        console.button(Pattern.compile("^微信支付")).click();
        console.button("检查并接上").click();
        assertThat(console.page.locator(".steps .bad").first()).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("pay.png"));
        console.button("取消").click();

        console.button("接一个微信号").click();
        console.page
                .getByLabel("小程序", new Page.GetByLabelOptions().setExact(true))
                .check();
        console.page.getByLabel("AppID").fill("wxzz0123456789abcc");
        console.page.getByLabel("名称").fill("点餐小程序");
        console.page.getByLabel("AppSecret").fill("0123456789abcdef0123456789abcdef");
        console.isForEverybody();
        console.button("下一步").click();
        assertThat(console.page.locator(".secret")).hasCount(3);
        console.isForEverybody();
        Pictures.take(console.page, Path.of("paste.png"));
        console.button("接上").click();
        assertThat(console.page.locator(".steps li").first()).containsText("AppID");
        console.isForEverybody();
        Pictures.take(console.page, Path.of("unwell.png"));
    }

    private Console owner(Page page) {
        var console = new Console(door, page);
        console.open("me");
        console.signIn("OWNER");
        assertThat(console.heading("我的")).isVisible();
        return console;
    }

    @Test
    void everyPageFitsADesk() {
        var console = owner(chromium.desk());
        for (var page : List.of("stores 门店", "staff 店员", "till-keys 收银密钥", "wechat 微信号")) {
            console.open("me/" + page.split(" ")[0]);
            assertThat(console.heading(page.split(" ")[1])).isVisible();
            assertThat(console.page.locator(".rows").first()).isVisible();
            console.isForEverybody();
        }
    }

    /** A clerk who is not the owner finds none of it. */
    @Test
    void aCashierFindsNoneOfIt() {
        var console = new Console(door, chromium.phone());
        console.open("me");
        console.signIn("CASHIER");
        assertThat(console.heading("我的")).isVisible();

        assertThat(console.page.getByText("收银密钥")).hasCount(0);
        console.open("me/staff");
        assertThat(console.page.getByText("您的岗位不能使用这项功能")).isVisible();
        assertThat(door.call("GET", "/console/api/staff", Map.of(), null).status())
                .isEqualTo(401);
    }
}
