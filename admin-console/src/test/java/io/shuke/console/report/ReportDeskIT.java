package io.shuke.console.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Post;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.marketing.checkin.CheckIns;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Refund;
import io.shuke.member.report.Reports;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@ShopTest
class ReportDeskIT {

    private static final String REPORTS = "/console/api/reports";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /**
     * A Wednesday that no other test has seen yet. Ids tell when a movement was, and they never go back: where the clock has
     * been before, an id would be later than its day.
     */
    private static final LocalDate TODAY = LocalDate.of(2037, 11, 25);

    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Merchants merchants;

    @Autowired
    Staff staff;

    @Autowired
    Purchases purchases;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Reports reports;

    @Autowired
    Jdbc jdbc;

    @Autowired
    SettableClock clock;

    private MerchantId shop = new MerchantId(1);
    private long east;
    private long west;

    @BeforeEach
    void open() {
        at(TODAY.minusDays(20), 0);
        shop = shopkeeper.opens();
        east = store("东门店");
        west = store("西门店");
    }

    @Test
    void daysWeeksAndMonthsComeToTheSame() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var li = shopkeeper.welcomes(shop, "小李");
        at(TODAY.minusDays(8), 0);
        buys(wang, east, 1000);
        at(TODAY.minusDays(1), 0);
        buys(wang, east, 1200);
        buys(li, west, 800);
        buys(null, west, 500);
        at(TODAY, 1);
        night();
        var second = buys(li, east, 900);
        jdbc.within(shop, () -> purchases.refund(Refund.whole(second.id(), "back", clock.instant())));
        jdbc.within(shop, () -> checkIns.checkIn(li.id()));

        var days = report("?grain=DAY");
        days.jsonPath("$.periods.length()").isEqualTo(30);
        days.jsonPath("$.periods[28].figures.buyers").isEqualTo(2);
        days.jsonPath("$.periods[28].figures.returning").isEqualTo(1);
        days.jsonPath("$.periods[28].figures.member-takings-fen").isEqualTo(2000);
        days.jsonPath("$.periods[28].figures.takings-fen").isEqualTo(2500);
        days.jsonPath("$.periods[28].whole").isEqualTo(true);
        days.jsonPath("$.periods[29].whole").isEqualTo(false);
        days.jsonPath("$.periods[29].figures.member-takings-fen").isEqualTo(0);
        days.jsonPath("$.periods[29].figures.bills").isEqualTo(0);
        days.jsonPath("$.periods[29].figures.check-ins").isEqualTo(1);
        days.jsonPath("$.periods[29].figures.points-issued").isEqualTo(5);
        days.jsonPath("$.periods[9].figures.joined").isEqualTo(2);
        days.jsonPath("$.madeAt").value(String.class, at -> assertThat(at).startsWith("2037-11-25T01:00"));

        var weeks = report("?grain=WEEK");
        weeks.jsonPath("$.periods[12].first").isEqualTo("2037-11-23");
        weeks.jsonPath("$.periods[12].figures.buyers").isEqualTo(2);
        weeks.jsonPath("$.periods[12].figures.returning").isEqualTo(1);
        var months = report("?grain=MONTH");
        months.jsonPath("$.periods[12].figures.buyers").isEqualTo(2);
        months.jsonPath("$.periods[12].figures.member-takings-fen").isEqualTo(3000);
        months.jsonPath("$.owed.day").isEqualTo("2037-11-24");

        var store = report("?grain=MONTH&store=" + east);
        store.jsonPath("$.periods[12].figures.buyers").isEqualTo(1);
        store.jsonPath("$.periods[12].figures.member-takings-fen").isEqualTo(2200);
        store.jsonPath("$.owed").isEmpty();
    }

    @Test
    void whoBelongsToAStoreSeesThatStore() {
        var wang = shopkeeper.welcomes(shop, "老王");
        at(TODAY, 0);
        buys(wang, east, 1000);
        buys(wang, west, 300);
        var manager = shopkeeper.hires(shop, Role.MANAGER);
        jdbc.within(shop, () -> staff.change(manager.id(), 0, new Post("店长", Role.MANAGER, Set.of(west))));
        var browser = shopkeeper.browser().signsIn(manager.account().value());

        var report = browser.get(REPORTS).expectStatus().isOk().expectBody();
        report.jsonPath("$.storeId").isEqualTo(Long.toString(west));
        report.jsonPath("$.stores.length()").isEqualTo(1);
        report.jsonPath("$.periods[29].figures.member-takings-fen").isEqualTo(300);
        browser.get(REPORTS + "?store=" + east).expectStatus().isForbidden();
        browser.get(REPORTS + "/export?store=" + east).expectStatus().isForbidden();
        browser.get("/console/api/home/suggestions")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        browser.post("/console/api/home/suggestions/LATE", "{\"deed\":\"SEEN\"}")
                .expectStatus()
                .isForbidden();
        browser.get("/console/api/home")
                .expectBody()
                .jsonPath("$.figures[?(@.name=='member-takings-fen')]")
                .isEmpty();
    }

    @Test
    void lateBillsAreFoundAndNothingCountsTwice() {
        var wang = shopkeeper.welcomes(shop, "老王");
        at(TODAY.minusDays(3), 0);
        buys(wang, east, 1000);
        at(TODAY.minusDays(2), 1);
        night();
        at(TODAY.minusDays(3), 0);
        buys(wang, east, 500);
        at(TODAY, 1);
        night();
        night();

        var days = report("");
        days.jsonPath("$.periods[26].figures.member-takings-fen").isEqualTo(1500);
        days.jsonPath("$.periods[26].figures.bills").isEqualTo(2);
    }

    @Test
    void aNewShopHasAReportBeforeItsFirstNight() {
        var report = report("");
        report.jsonPath("$.madeAt").isEmpty();
        report.jsonPath("$.periods[29].figures.buyers").isEqualTo(0);
        report.jsonPath("$.owed").isEmpty();
        owner().get(REPORTS + "?store=" + NEXT.incrementAndGet()).expectStatus().isForbidden();
        owner().get(REPORTS + "?store=x").expectStatus().isBadRequest();
        owner().get(REPORTS + "?grain=YEAR").expectStatus().isBadRequest();
        shopkeeper.signedIn(shop, Role.ADVISER).get(REPORTS).expectStatus().isForbidden();
    }

    @Test
    void bothAreSpreadsheetsThatCalculateNothing() throws IOException {
        for (int n = 0; n < 120; n++) {
            shopkeeper.welcomes(shop, n == 7 ? "=HYPERLINK(\"x\")" : "会员" + n);
        }
        var answer = owner().get("/console/api/members/export")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        name -> assertThat(name).startsWith("attachment").contains("filename*=UTF-8''%E4%BC%9A"))
                .expectBody()
                .returnResult()
                .getResponseBody();
        var xml = SpreadsheetTest.sheetOf(requireNonNull(answer));
        assertThat(xml.split("<row ")).hasSize(122);
        assertThat(xml)
                .contains("'=HYPERLINK")
                .doesNotContain("<f>")
                .containsPattern("139\\*{4}[0-9]{4}")
                .doesNotContainPattern("139[0-9]{8}");

        var report = owner().get(REPORTS + "/export?grain=WEEK")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(SpreadsheetTest.sheetOf(requireNonNull(report)).split("<row "))
                .hasSize(15);
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .get("/console/api/members/export")
                .expectStatus()
                .isForbidden();
    }

    private Browser owner() {
        return shopkeeper.signedIn(shop, Role.OWNER);
    }

    private BodyContentSpec report(String query) {
        return owner().get(REPORTS + query).expectStatus().isOk().expectBody();
    }

    private void night() {
        jdbc.within(shop, () -> reports.run(LocalDate.ofInstant(clock.instant(), SHANGHAI)));
    }

    private void at(LocalDate day, int hour) {
        clock.set(day.atTime(LocalTime.of(hour == 0 ? 12 : hour, 0))
                .atZone(SHANGHAI)
                .toInstant());
    }

    private long store(String name) {
        var id = NEXT.incrementAndGet();
        jdbc.within(shop, () -> {
            merchants.openStore(new Store(id, name, "", "s" + id));
            return true;
        });
        return id;
    }

    private Bill buys(@Nullable Member member, long store, long fen) {
        var order = new Order(store, Order.COUNTER, "n" + NEXT.incrementAndGet());
        var lines = List.of(new BillLine("", "面", "", 1, new Fen(fen)));
        return jdbc.within(shop, () -> purchases
                .record(Bill.of(purchases.nextId(), order, member == null ? null : member.id(), lines, clock.instant()))
                .bill());
    }
}
