package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.journey.Till;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the shop gives, as sentences with numbers to tap on; and handing it over. */
@Tag("slow")
@OpenShop
class RulesPageIT {

    enum Screen {
        PHONE,
        DESK
    }

    private final Door door;
    private Chromium chromium;

    RulesPageIT(@LocalServerPort int port) {
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
    void rulesAreTriedWhileTheyAreChanged(Screen screen) {
        var till = new Till(door);
        var bill = till.bill("rules-" + screen, till.meet(door.member()), ",\"paidFen\":2000");
        assertThat(till.post("/till/v1/bills", bill).status()).isLessThan(300);
        var console = console(screen);
        console.open("marketing");
        console.signIn("OWNER");
        assertThat(console.page.getByText("消费得多少分，哪天翻倍，怎么抵现")).isVisible();
        shown(console, screen, "marketing");
        console.page.getByText("消费得多少分，哪天翻倍，怎么抵现").click();
        assertThat(console.page.getByText("过去 90 天的账单")).isVisible();

        console.button("加一条").click();
        shown(console, screen, "points-add");
        console.button("每周会员日多倍积分").click();
        console.button("按几倍计：2").click();
        console.page.getByLabel("按几倍计").last().fill("12");
        console.button("确定").click();
        assertThat(console.page.getByText("0 到 10")).isVisible();
        console.page.getByLabel("按几倍计").last().fill("2.5");
        shown(console, screen, "points-slot");
        console.button("确定").click();
        console.button("删掉：每周 周一 是会员日，积分 2.5 倍").click();
        console.button(Pattern.compile("^每 100 元得多少积分：")).first().click();
        console.page.locator("dialog[open] input").fill("250");
        console.button("确定").click();

        assertThat(console.page.getByText(Pattern.compile("多花 ¥[0-9,.]*[1-9]"))).isVisible();
        assertThat(console.page.getByText(Pattern.compile("[1-9][0-9,]* 人更多，0 人更少")))
                .isVisible();
        shown(console, screen, "points");
        console.button("放弃").click();
        assertThat(console.button("保存")).isHidden();

        console.open("marketing/levels");
        assertThat(console.page.getByText("折扣在过去三个月会花掉")).isVisible();
        shown(console, screen, "levels");
        console.button("加一条").click();
        console.button("在最高处加一个等级").click();
        assertThat(console.page.getByText(Pattern.compile("^等级 [0-9]$"))).isVisible();
        console.button("放弃").click();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSavesTooLateSeesWhatTheOtherOneWrote(Screen screen) {
        var first = console(screen);
        first.open("marketing/charge-plan");
        first.signIn("OWNER");
        var low = Pattern.compile("^余额低于多少元提醒，0 为不提醒：");
        assertThat(first.button(low)).isVisible();
        var late = console(screen);
        late.open("marketing/charge-plan");
        late.signIn("MANAGER");
        assertThat(late.button(low)).isVisible();

        var amount = screen == Screen.PHONE ? "25" : "26";
        changeLow(first, low, amount);
        first.button("保存").click();
        assertThat(first.page.getByText("已保存")).isVisible();
        changeLow(late, low, "30");
        late.button("保存").click();

        assertThat(late.heading("刚刚有人改过")).isVisible();
        assertThat(late.page.getByText("余额低于 " + amount + " 元时提醒客人（0 为不提醒）")).isVisible();
        shown(late, screen, "stale");
        late.button("用他的，放弃我的").click();
        assertThat(late.button("余额低于多少元提醒，0 为不提醒：" + amount)).isVisible();
        late.button(Pattern.compile("^谁改过")).click();
        assertThat(late.page.getByText("余额低于 " + amount + " 元时提醒").last()).isVisible();
        shown(late, screen, "history");
    }

    private static void changeLow(Console console, Pattern low, String yuan) {
        console.button(low).click();
        console.page.locator("dialog[open] input").fill(yuan);
        console.button("确定").click();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnTheListIsHandedOverAtTheCounter(Screen screen) {
        var guest = door.member();
        guest.checkIn();
        var what = "茶叶蛋" + screen;
        var console = console(screen);
        console.open("marketing/gifts");
        console.signIn("OWNER");
        onTheList(console, screen, what);

        var code = redeemed(guest, what);
        console.open("till/pick-up");
        console.page.getByLabel("取货码（8 位数字）").fill(code);
        console.button("查找").click();
        assertThat(console.heading(what)).isVisible();
        shown(console, screen, "pick-up");
        console.button("交给客人").dblclick();
        assertThat(console.page.getByText("已经取走了")).isVisible();

        handsOverOfAPass(console, screen, guest, "豆浆" + screen);
    }

    private void onTheList(Console console, Screen screen, String what) {
        console.page.getByText("上架一件礼品").click();
        console.button("要多少积分：500").click();
        console.page.locator("dialog[open] input").fill("5");
        console.button("确定").click();
        console.button("礼品名称：新礼品").click();
        console.page.locator("dialog[open] input").fill(what);
        console.button("确定").click();
        assertThat(console.page.getByText("全部兑完，收回积分")).isVisible();
        shown(console, screen, "gift");
        console.button("保存").click();
        assertThat(console.page.getByText(what)).isVisible();
        shown(console, screen, "gifts");

        console.open("marketing/stamps/new");
        console.button("什么情况盖一个章：每天来消费").click();
        console.button("每一单").click();
        shown(console, screen, "stamp");
        console.button("保存").click();
        // Nobody else's bills shall be stamped by it.
        console.page.getByText("每单满 ¥20.00 盖一个章").last().click();
        console.button("在发还是停发：在用").click();
        console.button("停发，不再盖新章").click();
        console.button("保存").click();
        assertThat(console.page.getByText("已停发").first()).isVisible();
        console.open("marketing/passes/new");
        console.button("每次领什么：一份早餐").click();
        console.page.locator("dialog[open] input").fill("豆浆" + screen);
        console.button("确定").click();
        shown(console, screen, "pass");
        console.button("保存").click();
        assertThat(console.page.getByText("豆浆" + screen)).isVisible();
    }

    private static String redeemed(Guest guest, String what) {
        for (var gift : guest.get("/api/gifts").json().path("items")) {
            if (gift.path("title").asString("").equals(what)) {
                var id = gift.path("id").asString("");
                return guest.send("POST", "/api/gifts/" + id + "/redemptions", "{}", "wish-" + id)
                        .join()
                        .at("/code");
            }
        }
        throw new AssertionError("no " + what + " on the shelf");
    }

    private void handsOverOfAPass(Console console, Screen screen, Guest guest, String what) {
        console.page.evaluate("""
                async ([member, what]) => {
                  const { csrf } = await (await fetch('/console/api/sessions')).json();
                  const { items } = await (await fetch('/console/api/passes')).json();
                  const productId = items.find(one => one.what === what).id;
                  await fetch(`/console/api/members/${member}/passes`, {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
                    body: JSON.stringify({ productId, sale: `sale-${productId}` }),
                  });
                }""", new Object[] {guest.get("/api/me").at("/id"), what});
        console.open("till");
        console.button(Pattern.compile("扫会员码")).click();
        console.page.getByText("手输会员码").click();
        console.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("会员码"))
                .fill(guest.get("/api/me/card/code").at("/value"));
        console.button("查找").click();

        console.button(Pattern.compile("^" + what + "（月卡，还有 30 次）")).click();
        shown(console, screen, "hand-over");
        console.button("已交给客人").dblclick();
        assertThat(console.button(what + "（今天已领）")).isDisabled();
        shown(console, screen, "till");
    }

    private static void shown(Console console, Screen screen, String name) {
        console.isForEverybody();
        Pictures.take(console.page, Path.of(screen.name().toLowerCase(java.util.Locale.ROOT) + "-" + name + ".png"));
    }
}
