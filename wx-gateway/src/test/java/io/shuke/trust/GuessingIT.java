package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.journey.Answer;
import io.shuke.journey.Crowd;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.journey.Till;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/** Whoever guesses the codes of coupons finds none and is stopped soon; whoever has one is not. */
@OpenShop
class GuessingIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final int SOURCES = 50;

    private final Door door;
    private final Till till;

    @Autowired
    ApplicationContext program;

    @Autowired
    Offers offers;

    @Autowired
    TillKeys keys;

    @Autowired
    Jdbc jdbc;

    GuessingIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.till = new Till(door);
    }

    @Test
    void threeThousandGuessesFindNothing() {
        guess(3_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandGuessesFindNothing() {
        guess(100_000);
    }

    private void guess(int many) {
        var word = word();
        claimed(door.member(), offer(word));
        var crowd = new Crowd(program, SHOP, SOURCES);
        var random = new SplittableRandom(4);
        var start = System.nanoTime();

        var told = Crowd.post(
                many, n -> Mono.fromFuture(door.send("POST", "/api/me/coupons", crowd.headers(n), word(code(random)))));

        var minutes = 2 + (System.nanoTime() - start) / 60_000_000_000L;
        assertThat(told.stream().map(one -> one.answer().status()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(404, 429);
        assertThat(told).filteredOn(one -> one.answer().status() == 404).hasSizeLessThanOrEqualTo((int)
                (SOURCES * Limit.COUPON_CODE.times() * minutes));
        assertThat(Limit.COUPON_CODE.times()).isLessThan(20);
        var other = door.member().call("POST", "/api/me/coupons", word(word));
        assertThat(other.status()).as("others are not locked out: " + other).isEqualTo(201);
    }

    /** Many members behind one address share its limit; the one behind another does not. */
    @Test
    void anAddressIsLimitedToo() {
        var crowd = new Crowd(program, SHOP, 20);
        var random = new SplittableRandom(5);

        var told = Crowd.post(20 * 14, n -> {
            var headers = new HashMap<>(crowd.headers(n));
            headers.put("X-Forwarded-For", "10.200.1.1");
            return Mono.fromFuture(door.send("POST", "/api/me/coupons", headers, word(code(random))));
        });

        assertThat(told)
                .filteredOn(one -> one.answer().status() == 429)
                .hasSizeGreaterThanOrEqualTo(20 * 14 - 2 * Limit.COUPON_CODES.times());
        assertThat(told).extracting(one -> one.answer().status()).contains(404, 429);
        assertThat(door.member()
                        .call("POST", "/api/me/coupons", word(code(random)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTillThatGuessesIsNoLongerAskedAboutCoupons() {
        var guessing = another();
        var honest = another();
        var guest = door.member();
        var code = claimed(guest, offer(word()));
        var member = guessing.scan(guest).at("/member/id");
        var random = new SplittableRandom(6);

        var guesses = IntStream.range(0, 30)
                .mapToObj(n -> settle(guessing, member, code(random), 1_500))
                .toList();

        assertThat(guesses)
                .extracting(Answer::code)
                .startsWith("coupon.unknown")
                .endsWith("request.too-often");
        assertThat(guesses)
                .filteredOn(answer -> answer.code().equals("coupon.unknown"))
                .hasSizeLessThan(20);
        assertThat(settle(guessing, member, code, 1_500).code())
                .as("not even the right one")
                .isEqualTo("request.too-often");
        var plain = guessing.bill(UUID.randomUUID().toString(), member, ",\"paidFen\":2000");
        assertThat(guessing.post("/till/v1/bills", plain).status()).isEqualTo(201);
        honest.meet(guest);
        var good = settle(honest, member, code, 1_500);
        assertThat(good.status()).as("the other till: " + good).isEqualTo(201);
    }

    private static String word() {
        return "真的" + UUID.randomUUID().toString().substring(0, 8);
    }

    private long offer(String word) {
        var asked = new NewOffer(
                "口令券",
                new Benefit.Voucher(500),
                Terms.plain(new Validity.Relative(0, 30)),
                new Giving(Set.of(Way.WORD, Way.CLAIM), null, null, 0, 0, word),
                100_000L);
        return jdbc.within(SHOP, () -> offers.create(asked, "staff:1")).offer().id();
    }

    private static String claimed(Guest member, long offer) {
        var claimed = member.call("POST", "/api/offers/" + offer + "/claims", null);
        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(201);
        return claimed.at("/code");
    }

    private Till another() {
        var terms = new TillTerms(
                "猜", Long.parseLong(till.store()), Set.of(TillScope.values()), TillCaps.USUAL, OpeningHours.ALWAYS);
        var issued = jdbc.within(SHOP, () -> keys.issue(terms));
        return new Till(door, issued.id().toString(), issued.secret().value(), till.store());
    }

    private static Answer settle(Till till, String member, String coupon, long paidFen) {
        var more = ",\"couponCodes\":[\"%s\"],\"paidFen\":%d".formatted(coupon, paidFen);
        return till.post("/till/v1/bills", till.bill(UUID.randomUUID().toString(), member, more));
    }

    private static String word(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String code(SplittableRandom random) {
        return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15).stream()
                .map(n -> String.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32))))
                .collect(Collectors.joining());
    }
}
