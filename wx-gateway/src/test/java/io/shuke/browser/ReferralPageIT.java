package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which the merchant says what a friend is worth. */
@OpenShop
class ReferralPageIT {

    private final Door door;
    private Chromium chromium;

    ReferralPageIT(@LocalServerPort int port) {
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
    void changesANumberInTheSentenceAndSavesIt(boolean phone) {
        var console = new Console(door, phone ? chromium.phone() : chromium.desk());
        console.open("marketing/referrals");
        console.signIn("OWNER");
        assertThat(console.page
                        .getByText("还没有人带朋友来")
                        .or(console.heading("谁带来了谁"))
                        .first())
                .isVisible();
        console.isForEverybody();

        console.button(Pattern.compile("^退货期几天")).click();
        console.button(Pattern.compile("减少$")).click();
        console.isForEverybody();
        console.button("确定").click();
        if (phone) {
            console.button("加上佣金").click();
            console.button("加第二级").click();
            console.button(Pattern.compile("^佣金百分之几：5")).click();
            console.button(Pattern.compile("增加$")).click();
            console.button("确定").click();
            console.isForEverybody();
        }
        console.button("保存").click();

        assertThat(console.page.getByText("已保存")).isVisible();
        assertThat(console.heading("谁改过方案")).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("console-referral-" + (phone ? "phone" : "desk") + ".png"));
    }
}
