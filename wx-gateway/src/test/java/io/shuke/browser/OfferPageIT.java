package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coupons made, given and taken back by the merchant, on a phone and at a desk. */
@Tag("slow")
@OpenShop
class OfferPageIT {

    private final Door door;
    private Chromium chromium;

    OfferPageIT(@LocalServerPort int port) {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfferIsMadeOfASentenceGivenToAllAndPaused(boolean phone) {
        door.member();
        var console = new Console(door, phone ? chromium.phone() : chromium.desk());
        console.open("marketing");
        console.signIn("OWNER");
        console.page.getByText("七种券").click();
        console.page.getByText("新建优惠券").click();
        console.isForEverybody();

        console.button(Pattern.compile("^满减券")).click();
        console.button(Pattern.compile("^多少元：5")).click();
        console.button(Pattern.compile("：增加$")).click();
        console.isForEverybody();
        console.button("确定").click();
        console.button(Pattern.compile("^券的名称")).click();
        console.page.getByLabel("券的名称").last().fill("天冷满减" + (phone ? "一" : "二"));
        console.button("确定").click();
        assertThat(console.page.getByText("最多让利 600 元（100 张 × 6 元）")).isVisible();
        assertThat(console.page.getByText(Pattern.compile("过去 90 天"))).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("console-offer-new-" + (phone ? "phone" : "desk") + ".png"));
        console.button("新建").click();

        assertThat(console.heading("客人看到的规则")).isVisible();
        console.button("发给一群人").click();
        console.isForEverybody();
        console.button("开始发放").click();
        assertThat(console.page.locator("[data-state=DONE], [data-state=CUT_SHORT]"))
                .isVisible();
        console.button("暂停领取").click();
        assertThat(console.page.getByText("已暂停", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(console.page.getByText(Pattern.compile(" 暂停领取")).last()).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("console-offer-" + (phone ? "phone" : "desk") + ".png"));
        console.open("marketing/offers");
        assertThat(console.page.getByText("天冷满减" + (phone ? "一" : "二"))).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("console-offers-" + (phone ? "phone" : "desk") + ".png"));
    }

    @Test
    void aCouponIsGivenByHandAndTakenBack() {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小韩\"");
        var number = guest.get("/api/me/card").at("/number");
        var console = new Console(door, chromium.phone());
        console.open("marketing/coupons");
        console.signIn("MANAGER");
        console.page.getByLabel("券码，或会员的姓名、手机尾号").fill(number);
        console.button("查找").click();
        console.button(Pattern.compile("^小韩")).click();
        assertThat(console.heading("小韩 的券")).isVisible();
        console.isForEverybody();

        console.button("送一张券").click();
        console.page.getByRole(AriaRole.RADIO).first().check();
        console.page.getByLabel("原因（会留下记录）").fill("等久了");
        console.isForEverybody();
        console.button("送一张券").last().click();
        assertThat(console.page.getByText(Pattern.compile("^已送出"))).isVisible();
        console.button(Pattern.compile("^收回：")).first().click();
        console.page.getByLabel("原因（会留下记录）").fill("发错了");
        console.isForEverybody();
        console.button("收回").click();

        assertThat(console.page.getByText("已收回 ·")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("console-coupons-phone.png"));
    }
}
