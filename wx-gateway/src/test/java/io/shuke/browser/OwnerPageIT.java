package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.report.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the owner sees in the morning, in the report, and on the first day. */
@Tag("slow")
@OpenShop
class OwnerPageIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MerchantId DEMO = new MerchantId(1);

    enum Screen {
        PHONE,
        DESK
    }

    @Autowired
    Jdbc jdbc;

    @Autowired
    Merchants merchants;

    @Autowired
    Channels channels;

    @Autowired
    Reports reports;

    @Autowired
    Members members;

    @Autowired
    Purchases purchases;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Ids ids;

    private final Door door;
    private Chromium chromium;

    OwnerPageIT(@LocalServerPort int port) {
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
    void whatIsWorthDoingIsDoneWithOneTap(Screen screen) {
        var today = LocalDate.now(SHANGHAI);
        // The other screen's deed of today, which it took back.
        database.update("DELETE FROM suggestion WHERE merchant_id = ?", DEMO.value());
        database.update("DELETE FROM coupon_batch WHERE merchant_id = ? AND state = 'STOPPED'", DEMO.value());
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"寿星\",\"birthday\":\"" + today.plusDays(3).withYear(1990) + "\"");
        var console = console(screen);
        console.open("home");
        console.signIn("OWNER");
        var thing = console.page
                .locator(".thing")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("位会员 3 天后过生日")));
        assertThat(thing).isVisible();
        console.isForEverybody();
        if (screen == Screen.PHONE) {
            Pictures.take(console.page, Path.of("home.png"));
        }

        thing.locator("button", new Locator.LocatorOptions().setHasText(Pattern.compile("^送 .* 位每人一张")))
                .click();

        assertThat(console.page.getByText(Pattern.compile("正在给 [0-9]+ 位各送一张")).first())
                .isVisible();
        assertThat(thing).hasCount(0);
        console.isForEverybody();
        console.button("撤回").click();
        assertThat(console.page.getByText("已撤回，一张也没有送出")).isVisible();
        console.page.reload();
        assertThat(console.page.getByText("已撤回，一张也没有送出")).isVisible();
        assertThat(thing).hasCount(0);
        console.button("这页怎么用").click();
        assertThat(console.heading("首页怎么看")).isVisible();
        console.isForEverybody();
    }

    @ParameterizedTest
    @EnumSource
    void theReportIsReadOnAnyScreen(Screen screen) {
        door.member().checkIn();
        jdbc.within(DEMO, () -> reports.run(LocalDate.now(SHANGHAI)));
        var console = console(screen);
        console.open("me");
        console.signIn("MANAGER");
        console.page.getByText("生意、回头客、积分、券").click();
        assertThat(console.heading("活跃与回头")).isVisible();
        assertThat(console.page.locator(".chart canvas").first()).isVisible();
        console.isForEverybody();

        console.page.getByText("看表格").nth(2).click();
        assertThat(console.page.locator("details[open] tbody tr")).hasCount(30);
        console.page
                .getByLabel("月", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(console.page.locator("details[open] tbody tr")).hasCount(13);
        console.isForEverybody();
        var file = console.page.waitForDownload(
                () -> console.page.getByText("导出这张报表").click());
        assertThat(file.suggestedFilename()).isEqualTo("月报.xlsx");
    }

    @Test
    void anEmptyShopOpensInAFewTaps() {
        var shop = new MerchantId(ids.next());
        jdbc.within(shop, () -> {
            merchants.open(new Merchant(shop, "街角茶铺", SHANGHAI));
            merchants.openStore(new Store(ids.next(), "街角茶铺", "街角 1 号", "door"));
            return true;
        });
        var appid = "wx" + Long.toHexString(ids.next());
        channels.connect(
                new Channel(appid, shop, "wechat-official", "街角茶铺", "0".repeat(32), "token", "a".repeat(43), null));
        var console = console(Screen.PHONE);
        console.open("first-owner/" + secretOf(shop));
        console.page.getByLabel("怎么称呼您").fill("茶娘");
        console.page.getByLabel("账号").fill("tea-" + ids.next());
        console.page
                .getByLabel("密码", new Page.GetByLabelOptions().setExact(true))
                .fill("a cup of tea a day");
        console.page.getByLabel("再输一遍密码").fill("a cup of tea a day");
        console.button("完成，开始使用").click();

        console.page.getByText("开张还差 5 步").click();
        assertThat(console.heading("开张向导")).isVisible();
        console.isForEverybody();
        console.button("这步已做好：看一眼签到规则").click();
        console.button("做一张").click();
        console.isForEverybody();
        console.button("减多少元：增加").click();
        console.button("就这样，生效").click();
        assertThat(console.page.getByText("还差 3 步")).isVisible();
        console.button("这步已做好：给店员开账号").click();
        assertThat(console.page.getByText("还差 2 步")).isVisible();
        console.tab("看海报").first().click();
        var link = console.page.locator("svg.code").getAttribute("data-link");
        assertThat(link).endsWith("/h5/?shop=" + shop + "&scene=door");
        console.isForEverybody();

        var guest = joins(shop, appid);
        console.open("me/guide");
        assertThat(console.page.getByText("都做好了，开门迎客吧。")).isVisible();
        console.open("members");
        assertThat(console.page.getByText("第一位").first()).isVisible();
        assertThat(guest.get("/api/me/coupons").json().path("items").size()).isEqualTo(1);

        aMonthPasses(shop);
        console.open("me/reports");
        assertThat(console.page.locator(".chart canvas").first()).isVisible();
        assertThat(console.page.getByText("比前一天").first()).isVisible();
        console.isForEverybody();
        Pictures.take(console.page, Path.of("report.png"));
    }

    /** A regular who comes often, and strangers. */
    private void aMonthPasses(MerchantId shop) {
        var today = LocalDate.now(SHANGHAI);
        jdbc.within(shop, () -> {
            var store = merchants.stores().get(0).id();
            var member = new MemberId(members.idsAfter(0, 1).get(0));
            for (int ago = 29; ago > 0; ago--) {
                var noon = today.minusDays(ago).atTime(12, 0).atZone(SHANGHAI).toInstant();
                for (int n = 0; n < 6 + ago * 7 % 5; n++) {
                    var order = new Order(store, Order.COUNTER, "h" + ago + "-" + n);
                    var lines = List.of(new BillLine("", "茶", "", 1, new Fen(1200 + ago * 37 % 900)));
                    purchases.record(Bill.of(purchases.nextId(), order, n % 3 == 0 ? null : member, lines, noon));
                }
            }
            return reports.run(today);
        });
    }

    private Guest joins(MerchantId shop, String appid) {
        var guest = door.stranger();
        guest.follow("/oauth/" + appid + "?to=%2Fh5%2F");
        var version = door.get("/api/shop?merchant=" + shop).at("/consent/version");
        var joined = guest.browse(
                "POST",
                "/api/members",
                "{\"consent\":{\"version\":\"" + version + "\"},\"nickname\":\"第一位\",\"scene\":\"door\"}");
        assertThat(joined.status()).isEqualTo(201);
        return guest;
    }

    /** As the program's log would tell it. */
    private String secretOf(MerchantId shop) {
        var secret = "secret-" + shop;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            database.update(
                    "INSERT INTO first_owner_secret (merchant_id, secret_hash, expires_at)"
                            + " VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)",
                    shop.value(),
                    hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return secret;
    }
}
