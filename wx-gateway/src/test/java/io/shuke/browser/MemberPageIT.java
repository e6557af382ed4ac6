package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.marketing.mall.GiftLimits;
import io.shuke.marketing.mall.GiftTerms;
import io.shuke.marketing.mall.Gifts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer's page on a phone. */
@OpenShop
class MemberPageIT {

    private final Door door;

    @Autowired
    Gifts gifts;

    @Autowired
    Jdbc jdbc;

    private Chromium chromium;
    private Page page;

    MemberPageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @BeforeEach
    void takeThePhone() {
        chromium = Chromium.start();
        page = chromium.phone();
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

    private void signIn(Guest guest) {
        page.context()
                .addCookies(List.of(new Cookie("shuke_session", guest.session())
                        .setUrl(door.root())
                        .setHttpOnly(true)));
    }

    private void open(String where) {
        page.navigate(door.root() + "/h5/?shop=1#/" + where);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aStrangerReadsAgreesAndHasACard() {
        var guest = door.stranger();
        guest.logIn();
        signIn(guest);
        open("join");

        button("加入，领我的会员卡").click();
        assertThat(page.getByText("请先阅读并勾选上面的说明")).isVisible();
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        button("阅读全文").click();
        button("关闭").click();
        page.getByLabel("怎么称呼你").fill("小周");
        page.getByRole(AriaRole.CHECKBOX).check();
        button("加入，领我的会员卡").click();

        assertThat(page.getByText("小周").first()).isVisible();
        assertThat(page.getByText("结账时出示").first()).isVisible();
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        Looks.focusIsSeen(page, 8);
    }

    @Test
    void theMemberCodeIsAnotherOneAfterAMinute() {
        page.clock().install();
        signIn(door.member());
        open("card");
        var image = page.getByRole(AriaRole.IMG).or(page.locator("img")).first();
        assertThat(image).isVisible();
        var before = images();

        // The server's second must pass as well: two codes of one second are one code.
        page.waitForCondition(() -> {
            page.clock().fastForward("00:55");
            page.waitForTimeout(1100);
            return !images().equals(before);
        });

        assertThat(images()).isNotEqualTo(before);
    }

    private String images() {
        return String.valueOf(page.evaluate("() => [...document.images].map(i => i.src).join(' ')"));
    }

    @Test
    void theTapIsCountedOnceAndShownAgain() {
        var member = door.member();
        signIn(member);
        open("check-in");

        button("签到，领 5 积分").click();
        assertThat(page.getByText("今天已签到").first()).isVisible();
        assertThat(page.getByText("签到成功，连续 1 天").first()).isVisible();
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        page.reload();

        assertThat(page.getByText("今天已签到").first()).isVisible();
        assertThat(button("签到，领 5 积分")).hasCount(0);
        assertThat(member.checkIn().status()).isEqualTo(200);
        open("points");
        assertThat(page.getByText("签到 +5")).hasCount(1);
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        open("me");
        assertThat(page.getByText("导出我的数据")).isVisible();
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
    }

    @Test
    void aFreshSignInLeadsThroughWechatAndBack() {
        var guest = door.stranger();
        page.context().addCookies(List.of(new Cookie("sim_person", guest.id()).setUrl(door.root())));

        open("card");

        assertThat(button("加入，领我的会员卡")).isVisible();
    }

    /** The phone's own payment, as WeChat's browser has it. */
    private void payBy(Guest guest) {
        page.addInitScript("""
                window.WeixinJSBridge = {
                  invoke: (what, given, told) => fetch('/sim/api/people/%s/pay', {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify(given),
                  }).then(answer => answer.json()).then(paid => told({ err_msg: 'get_brand_wcpay_request:' + paid.result })),
                };""".formatted(guest.id()));
    }

    @Test
    void theCardIsChargedAndPointsAreTurnedIntoGifts() {
        var guest = door.stranger();
        guest.logIn();
        guest.join();
        guest.checkIn();
        payBy(guest);
        signIn(guest);
        open("card");
        page.getByText("余额充值").click();
        assertThat(button("微信支付 100.00 元")).isVisible();
        isForEverybody("h5-balance.png");
        button("微信支付 100.00 元").dblclick();

        assertThat(page.getByText("充值成功，到账 110.00 元")).isVisible();
        assertThat(page.locator(".balance")).containsText("110.00");
        assertThat(page.getByText("本金 100.00 元 + 赠送 10.00 元")).isVisible();
        isForEverybody("h5-charged.png");

        var egg = "茶叶蛋" + guest.id();
        jdbc.within(new MerchantId(1), () -> gifts.add(new GiftTerms(egg, 5, 9, GiftLimits.NONE, null, null, 30)));
        open("mall");
        isForEverybody("h5-mall.png");
        button("兑换 " + egg).click();
        button("确定兑换").dblclick();
        assertThat(page.getByText("待领取")).isVisible();
        assertThat(page.locator(".mine .code"))
                .containsText(guest.get("/api/me/gifts").at("/items/0/code").substring(0, 4));
        isForEverybody("h5-gift.png");
        open("stamps");
        assertThat(page.getByText("我的次卡月卡")).isVisible();
        isForEverybody("h5-stamps.png");
        open("levels");
        assertThat(page.getByText("现在的等级")).isVisible();
        isForEverybody("h5-levels.png");
    }

    private void isForEverybody(String picture) {
        Axe.findsNothing(page);
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        Pictures.take(page, Path.of(picture));
    }

    @Test
    void theCardPoses() {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小周\"");
        guest.checkIn();
        signIn(guest);
        open("card");
        assertThat(page.locator("img").first()).isVisible();
        assertThat(page.getByText("小周").first()).isVisible();

        Pictures.take(page, Path.of("card.png"));
    }
}
