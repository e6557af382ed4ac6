package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.gateway.simulator.PayNotices.Letter;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.balance.Charge;
import io.shuke.member.balance.ChargeCheck;
import io.shuke.member.balance.Refund;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Paying in with WeChat Pay: the real client against the simulator, over the program's own doors. */
@OpenShop
class PayIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final String MCHID = "1900000001";
    private static final String NOTICES = "/wx/pay/" + MCHID;

    @LocalServerPort
    int port;

    @Autowired
    PayBook book;

    @Autowired
    PayNotices notices;

    @Autowired
    PayApi api;

    @Autowired
    Faults faults;

    @Autowired
    Refunds refunds;

    @Autowired
    ChargeCheck check;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    Door door = new Door(0);

    @BeforeEach
    void door() {
        door = new Door(port);
    }

    @AfterEach
    void moneyAddsUp() {
        faults.clear();
        assertThat(jdbc.within(SHOP, check::run)).isEmpty();
    }

    @Test
    void chargesTheCard() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        assertThat(charge.status()).isEqualTo(201);
        assertThat(charge.at("/state")).isEqualTo("PENDING");
        assertThat(guest.get("/api/me/card").at("/balanceFen")).isEqualTo("0");

        var sheet = pay(guest, charge);

        assertThat(sheet.at("/result")).isEqualTo("ok");
        assertThat(sheet.at("/notified")).isEqualTo("204");
        var balance = guest.get("/api/me/balance");
        assertThat(balance.at("/balanceFen")).isEqualTo("11000");
        assertThat(balance.at("/principalFen")).isEqualTo("10000");
        assertThat(balance.at("/giftFen")).isEqualTo("1000");
        assertThat(balance.json().path("items")).hasSize(2);
        assertThat(guest.get("/api/me/card").at("/balanceFen")).isEqualTo("11000");
        assertThat(state(guest, charge)).isEqualTo("PAID");
        var stranger = door.member();
        assertThat(stranger.get("/api/me/charges/" + charge.at("/id")).status()).isEqualTo(404);
    }

    @Test
    void chargesNothingWhenTheSheetIsClosedOrForged() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        var sheet = charge.json().path("payment").toString();
        assertThat(guest.act("pay", sheet.replace("{", "{\"cancel\":true,")).at("/result"))
                .isEqualTo("cancel");
        assertThat(guest.act("pay", sheet.replace("\"signType\":\"RSA\"", "\"nonceStr\":\"x\""))
                        .at("/result"))
                .isEqualTo("fail");
        assertThat(door.member().act("pay", sheet).at("/result")).isEqualTo("fail");
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("0");
    }

    @Test
    void findsAPaymentWhoseNoticeWasLost() {
        var guest = door.member();
        var charge = opened(guest, 30_000);
        faults.add(new Fault(PayNotices.PATH, null, null, true, null, null, null));
        assertThat(pay(guest, charge).at("/notified")).isEqualTo("0");
        assertThat(state(guest, charge)).isEqualTo("PENDING");

        askNow(charge);

        await(() -> state(guest, charge).equals("PAID"));
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("35000");
    }

    @Test
    void closesWhatNobodyPaysAndStillTakesALateNotice() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        database.update("UPDATE charge SET expires_at = opened_at WHERE id = ?", id(charge));
        askNow(charge);
        await(() -> state(guest, charge).equals("CLOSED"));
        assertThat(pay(guest, charge).at("/result")).isEqualTo("fail");

        var order = book.find(MCHID, "C" + charge.at("/id"));
        var late = notices.letter(
                merchant(), order.paid("4200000000000000" + charge.at("/id").substring(8), order.expiresAt()));
        assertThat(post(late).status()).isEqualTo(204);
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("11000");
    }

    @Test
    void givesMoneyBackTheWayItCame() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        pay(guest, charge);

        var refund = ask(guest, 10_000);

        await(() -> state(guest, charge).equals("REFUNDED"));
        assertThat(book.refund(MCHID, refund.number()).amount()).isEqualTo(10_000);
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("0");
    }

    @Test
    void putsMoneyBackOnTheCardThatCouldNotBeReturned() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        pay(guest, charge);
        faults.add(new Fault("/pay/refund-settles", null, null, null, 1, null, null));

        ask(guest, 4_000);

        await(() -> state(guest, charge).equals("PAID"));
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("11000");
    }

    @Test
    void saysSoWhenWeChatPayDoesNotAnswer() {
        var guest = door.member();
        faults.add(new Fault("/v3/pay/transactions/jsapi", 500, null, null, 1, null, null));
        assertThat(opened(guest, 10_000).status()).isEqualTo(503);
        faults.add(new Fault("/v3/pay/transactions/jsapi", 403, null, null, 1, null, null));
        var no = opened(guest, 10_000);
        assertThat(no.status()).isEqualTo(409);
        assertThat(no.at("/code")).isEqualTo("payment.not-possible");
    }

    @Test
    void twoHundredOfOneNoticeCreditOnce() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        var letter = genuine(charge);

        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 200; i++) {
            answers.add(door.send("POST", NOTICES, letter.headers(), letter.body()));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(204));
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("11000");
    }

    @Test
    void ofAThousandForgedNoticesNoneIsTaken() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        var letter = genuine(charge);
        var random = new SplittableRandom(20_261_125L);
        for (int i = 0; i < 1_000; i++) {
            var forged = forged(letter, random);
            var answer = post(forged);
            assertThat(answer.status()).as("%s %s", forged, answer.text()).isBetween(400, 499);
        }
        assertThat(post(new Letter(letter.headers(), ""), NOTICES).status()).isEqualTo(403);
        assertThat(post(letter, "/wx/pay/1900000002").status()).isEqualTo(404);
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("0");
        assertThat(post(letter).status()).isEqualTo(204);
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("11000");
    }

    /** Signed by WeChat and still not to be believed. */
    @Test
    void refusesGenuineNoticesOfOtherAmountsMerchantsAndCharges() {
        var guest = door.member();
        var charge = opened(guest, 10_000);
        var order = book.find(MCHID, "C" + charge.at("/id"))
                .paid("42009", book.find(MCHID, "C" + charge.at("/id")).expiresAt());
        var cheap = with(order, MCHID, order.number(), 1);
        var foreign = with(order, "1900000009", order.number(), order.total());
        var unknown = with(order, MCHID, "C1", order.total());

        assertThat(post(notices.letter(merchant(), cheap)).at("/code")).isEqualTo("charge.other-amount");
        assertThat(post(notices.letter(merchant(), foreign)).at("/code")).isEqualTo("pay.foreign");
        assertThat(post(notices.letter(merchant(), unknown)).at("/code")).isEqualTo("charge.unknown");
        var otherKey = new SimulatedMerchant(MCHID, "S", merchant().key(), "0".repeat(32));
        assertThat(post(notices.letter(otherKey, order)).at("/code")).isEqualTo("pay.foreign");
        for (var body : List.of("", "{}", "[]", "nonsense", "{\"resource\":{}}", "[".repeat(5_000))) {
            assertThat(post(notices.signed(body)).status()).as(body).isBetween(400, 499);
        }
        assertThat(guest.get("/api/me/balance").at("/balanceFen")).isEqualTo("0");
    }

    private static PayOrder with(PayOrder order, String mchid, String number, int total) {
        return new PayOrder(
                mchid,
                order.appid(),
                number,
                order.prepayId(),
                order.openid(),
                total,
                order.description(),
                order.noticeUrl(),
                order.expiresAt(),
                order.state(),
                order.transaction(),
                order.paidAt(),
                0);
    }

    private static Letter forged(Letter letter, SplittableRandom random) {
        var headers = new TreeMap<>(letter.headers());
        var body = letter.body();
        var names = List.of("Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature");
        switch (random.nextInt(4)) {
            case 0 -> headers.compute(names.get(random.nextInt(4)), (name, value) -> mutated(value, random));
            case 1 -> headers.remove(names.get(random.nextInt(4)));
            case 2 -> body = mutated(body, random);
            default ->
                headers.put(
                        "Wechatpay-Timestamp",
                        Long.toString(Long.parseLong(Objects.requireNonNull(headers.get("Wechatpay-Timestamp")))
                                + (random.nextBoolean() ? 1 : -1) * random.nextLong(1, 1_000_000)));
        }
        return new Letter(headers, body);
    }

    private static String mutated(String text, SplittableRandom random) {
        if (text == null || text.isEmpty()) {
            return "x";
        }
        var at = random.nextInt(text.length());
        var other = (char) ('!' + random.nextInt(94));
        var changed =
                switch (random.nextInt(3)) {
                    case 0 -> text.substring(0, at) + text.substring(at + 1);
                    case 1 -> text.substring(0, at) + other + text.substring(at);
                    default -> text.substring(0, at) + other + text.substring(at + 1);
                };
        return changed.equals(text) ? text + "x" : changed;
    }

    private Letter genuine(Answer charge) {
        var order = book.find(MCHID, "C" + charge.at("/id"));
        return notices.letter(merchant(), order.paid("42000000" + charge.at("/id"), order.expiresAt()));
    }

    private SimulatedMerchant merchant() {
        return Objects.requireNonNull(api.merchant(MCHID).toFuture().join());
    }

    private Answer post(Letter letter) {
        return post(letter, NOTICES);
    }

    private Answer post(Letter letter, String path) {
        return door.call("POST", path, letter.headers(), letter.body());
    }

    private Answer opened(Guest guest, long fen) {
        var plans = guest.get("/api/charge-plans").json().path("items");
        for (var plan : plans) {
            if (plan.path("payFen").asLong(0) == fen) {
                return guest.call(
                        "POST",
                        "/api/me/charges",
                        "{\"planId\":\"" + plan.path("id").asString("") + "\"}");
            }
        }
        throw new IllegalStateException("no such plan: " + plans);
    }

    private static Answer pay(Guest guest, Answer charge) {
        return guest.act("pay", charge.json().path("payment").toString());
    }

    private static String state(Guest guest, Answer charge) {
        return guest.get("/api/me/charges/" + charge.at("/id")).at("/state");
    }

    private static long id(Answer charge) {
        return Long.parseLong(charge.at("/id"));
    }

    /** The next round asks about it, however young it is. */
    private void askNow(Answer charge) {
        database.update("UPDATE charge SET check_at = opened_at WHERE id = ?", id(charge));
    }

    private Refund ask(Guest guest, long fen) {
        return jdbc.within(SHOP, () -> {
            var member = database.queryForObject(
                    "SELECT member_id FROM charge WHERE id = ?", Long.class, Charge.id("C" + lastCharge(guest)));
            return refunds.ask(new MemberId(Objects.requireNonNull(member)), new Fen(fen), "staff:1", "顾客要求")
                    .get(0);
        });
    }

    private final Map<String, String> lastCharges = new TreeMap<>();

    private String lastCharge(Guest guest) {
        return lastCharges.computeIfAbsent(guest.id(), any -> {
            var reference = guest.get("/api/me/balance").at("/items/0/reference");
            return reference.substring("charge:".length());
        });
    }

    private static void await(BooleanSupplier done) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
