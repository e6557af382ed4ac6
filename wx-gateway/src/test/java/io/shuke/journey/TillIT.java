package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.shuke.OpenShop;
import io.shuke.marketing.stamp.Earning;
import io.shuke.marketing.stamp.StampCards;
import io.shuke.marketing.stamp.StampReward;
import io.shuke.marketing.stamp.StampTerms;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.LedgerCheck;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scan, settle, refund; keys that come and go; and the merchant's own program, which hears of it. */
@OpenShop
class TillIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;
    private final Till till;

    @Autowired
    LedgerCheck check;

    @Autowired
    StampCards stampCards;

    @Autowired
    TillKeys keys;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Merchants merchants;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    TillIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.till = new Till(door);
    }

    @Test
    void fromTheCodeToTheBillAndBack() {
        var guest = door.member();
        var before = points(guest);

        var seen = till.scan(guest);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.json().path("live").asBoolean()).isTrue();
        assertThat(seen.json().path("points").asLong()).isEqualTo(before);

        var member = seen.at("/member/id");
        var order = UUID.randomUUID().toString();
        var settled = till.post("/till/v1/bills", till.bill(order, member, ",\"paidFen\":2000"));
        assertThat(settled.status()).as(settled.toString()).isEqualTo(201);
        assertThat(settled.json().path("pointsEarned").asLong()).isEqualTo(20);
        assertThat(settled.text()).contains("\"stamps\":[]", "\"discountFen\":0", "牛肉面");
        assertThat(points(guest)).isEqualTo(before + 20);

        var bill = settled.at("/id");
        var refunds = "/till/v1/bills/" + bill + "/refunds";
        var half = till.post(refunds, "{\"orderNo\":\"R1\",\"amountFen\":1000}");
        assertThat(half.status()).as(half.toString()).isEqualTo(201);
        assertThat(points(guest)).isEqualTo(before + 10);
        var again = till.post(refunds, "{\"orderNo\":\"R1\",\"amountFen\":1000}");
        assertThat(again.text()).isEqualTo(half.text());
        assertThat(till.post(refunds, "{\"orderNo\":\"R2\",\"amountFen\":1001}").status())
                .isEqualTo(409);
        assertThat(till.post(refunds, "{\"orderNo\":\"R2\",\"lines\":[{\"line\":1}],\"amountFen\":1000}")
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThat(points(guest)).isEqualTo(before);
        assertThat(jdbc.within(SHOP, check::run)).isEmpty();
    }

    @Test
    void aBillIsStampedAndARefundTakesTheStampsBack() {
        var earning = new Earning.PerPiece(List.of("stamped-egg"));
        jdbc.within(
                SHOP, () -> stampCards.add(new StampTerms("茶叶蛋卡", earning, List.of(new StampReward(2, "茶叶蛋", null)))));
        var guest = door.member();
        var member = till.scan(guest).at("/member/id");
        var lines =
                "\"lines\":[{\"sku\":\"stamped-egg\",\"name\":\"茶叶蛋\",\"category\":\"小吃\",\"quantity\":3,\"amountFen\":600}]";
        var settled = till.post(
                "/till/v1/bills",
                "{\"storeId\":\"%s\",\"orderNo\":\"%s\",\"memberId\":\"%s\",%s,\"paidFen\":600}"
                        .formatted(till.store(), UUID.randomUUID(), member, lines));
        assertThat(settled.status()).as(settled.toString()).isEqualTo(201);
        assertThat(settled.at("/stamps/0")).isEqualTo("茶叶蛋卡 +3");
        assertThat(eggs(guest)).contains("\"stamps\":3", "\"ready\":[{\"id\"");

        var refund = till.post(
                "/till/v1/bills/" + settled.at("/id") + "/refunds",
                "{\"orderNo\":\"R1\",\"lines\":[{\"line\":1,\"quantity\":2}]}");
        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        assertThat(eggs(guest)).contains("\"stamps\":1", "\"ready\":[]");
        assertThat(jdbc.within(SHOP, check::run)).isEmpty();
    }

    private static String eggs(Guest guest) {
        for (var card : guest.get("/api/me/stamps").json().path("items")) {
            if (card.path("title").asString("").equals("茶叶蛋卡")) {
                return card.toString();
            }
        }
        throw new AssertionError("no such card");
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerToTheByte() {
        var key = UUID.randomUUID().toString();
        var bill = till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000");

        var first = till.send(till.sign("/till/v1/bills", bill, key));
        var again = till.send(till.sign("/till/v1/bills", bill, key));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(till.send(till.sign("/till/v1/bills", bill.replace("2000", "1999"), key))
                        .code())
                .isEqualTo("request.idempotency-mismatch");
        var without = till.sign("/till/v1/bills", bill, " ");
        assertThat(till.send(without).code()).isEqualTo("request.idempotency-key");
    }

    @Test
    void aSumThatDoesNotAddUpIsToldTheRightOne() {
        var wrong = till.post("/till/v1/bills", till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":1999"));

        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.code()).isEqualTo("till.sum-wrong");
        assertThat(wrong.at("/detail")).contains("20.00", "2000");
    }

    @Test
    void aKeyOpensTheDoorsItIsForUntilItIsRevoked() throws InterruptedException {
        var terms = new TillTerms(
                "手机", Long.parseLong(till.store()), Set.of(TillScope.SETTLE), TillCaps.USUAL, OpeningHours.ALWAYS);
        var issued = jdbc.within(SHOP, () -> keys.issue(terms));
        var phone = new Till(door, issued.id().toString(), issued.secret().value(), till.store());

        assertThat(phone.post("/till/v1/scans", "{\"code\":\"1\"}").code()).isEqualTo("till.not-allowed");
        assertThat(settled(phone)).isEqualTo(201);
        var rotated = jdbc.within(SHOP, () -> keys.rotate(issued.id(), Duration.ofMinutes(5)));
        Thread.sleep(2_100);
        assertThat(settled(phone)).isEqualTo(201);
        var fresh = new Till(door, issued.id().toString(), rotated.secret().value(), till.store());
        assertThat(settled(fresh)).isEqualTo(201);

        jdbc.within(SHOP, () -> {
            keys.revoke(issued.id());
            return true;
        });
        Thread.sleep(2_100);
        assertThat(settled(fresh)).isEqualTo(401);
        assertThat(settled(phone)).isEqualTo(401);
    }

    @Test
    void anotherShopsTillSeesAndTouchesNothingOfOurs() {
        var other = new MerchantId(ids.next());
        var issued = jdbc.within(other, () -> {
            merchants.open(new Merchant(other, "隔壁", ZoneId.of("Asia/Shanghai")));
            merchants.openStore(new Store(ids.next(), "隔壁", "对面", "next-door"));
            var store = merchants.stores().get(0).id();
            return keys.issue(
                    new TillTerms("前台", store, Set.of(TillScope.values()), TillCaps.USUAL, OpeningHours.ALWAYS));
        });
        var foreign = new Till(door, issued.id().toString(), issued.secret().value(), till.store());
        var guest = door.member();

        assertThat(foreign.scan(guest).code()).isEqualTo("card.code-forged");
        assertThat(foreign.post("/till/v1/bills", till.bill("X", "", ",\"paidFen\":2000"))
                        .code())
                .isEqualTo("till.other-store");
        var bill = till.post("/till/v1/bills", till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000"))
                .at("/id");
        assertThat(foreign.post("/till/v1/bills/" + bill + "/refunds", "{\"orderNo\":\"R\",\"amountFen\":1}")
                        .code())
                .isEqualTo("till.unknown-bill");
    }

    private static int settled(Till till) {
        return till.post("/till/v1/bills", till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000"))
                .status();
    }

    @Test
    void theMerchantsProgramIsToldOfABill() throws IOException, InterruptedException {
        var told = new LinkedBlockingQueue<String>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        var url = "http://localhost:" + receiver.getAddress().getPort() + "/hook";
        var webhook = jdbc.within(SHOP, () -> webhooks.register(url, Set.of(WebhookEvent.BILL_SETTLED)))
                .webhook();
        var order = UUID.randomUUID().toString();

        assertThat(till.post("/till/v1/bills", till.bill(order, "", ",\"paidFen\":2000"))
                        .status())
                .isEqualTo(201);

        assertThat(told.poll(20, TimeUnit.SECONDS)).contains("bill.settled", order, "\"paidFen\":2000");
        jdbc.within(SHOP, () -> {
            webhooks.remove(webhook.id());
            return true;
        });
        receiver.stop(0);
    }

    /** What the README prints is what a till's programmer will copy. */
    @Test
    void theReadmesClientWorks(@TempDir Path folder) throws IOException, InterruptedException {
        var readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```java\n") + 8;
        var source = readme.substring(start, readme.indexOf("```", start));
        assertThat(source.lines().count()).isLessThan(60);
        var file = Files.writeString(folder.resolve("Till.java"), source);

        var java = new File(System.getProperty("java.home"), "bin/java").getPath();
        var body = till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000");
        var running = new ProcessBuilder(
                        java, file.toString(), door.root(), till.key(), till.secret(), "/till/v1/bills", body)
                .redirectErrorStream(true)
                .start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said).startsWith("201 ").contains("\"totalFen\":2000");
    }

    private static long points(Guest guest) {
        return guest.get("/api/me/card").json().path("points").asLong();
    }
}
