package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.ShopTest;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberJoined;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** By hand, by scanning, and only to whom the offer is for. */
@ShopTest
class GiftsIT {

    private static final Terms SILVER =
            new Terms(0, Goods.ALL, Set.of(), Set.of(), 2, Hours.ALWAYS, Given.MONTH, Stacking.ONE);

    @Autowired
    Wallets wallets;

    @Autowired
    HandGifts gifts;

    @Autowired
    ScanGifts scans;

    @Autowired
    OfferScenes scenes;

    @Autowired
    Levels levels;

    @Autowired
    ApplicationEventPublisher facts;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @AfterEach
    void allAddsUp() {
        wallets.allAddsUp();
    }

    private Offer forSilver() {
        var rungs = List.of(Rung.of(1, "普通", 0, Benefits.NONE), Rung.of(2, "银卡", 4_000, Benefits.NONE));
        wallets.in(() -> {
            levels.change(new Ladder(Measure.AMOUNT, 6, 3, 0, 0, 100, rungs));
            return true;
        });
        return wallets.offer(new Benefit.Voucher(500), SILVER, null, Giving.by(1, Way.CLAIM));
    }

    private void rises(MemberId member) {
        wallets.database()
                .update(
                        "INSERT INTO member_level (merchant_id, member_id, step, since, raised_from, below, judged, verdict,"
                                + " month, a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12, v0,v1,v2,v3,v4,v5,v6,v7,v8,v9,v10,v11,v12,"
                                + " g0,g1,g2,g3,g4,g5,g6,g7,g8,g9,g10,g11,g12) VALUES (?,?,2,'2026-11-01',1,0,0,0,24322"
                                + ",0".repeat(39) + ")",
                        wallets.merchant().value(),
                        member.value());
    }

    @Test
    void aLevelsOfferIsGivenFromThatLevelOnWhoeverGivesIt() {
        var offer = forSilver();
        var plain = wallets.joins();
        var silver = wallets.joins();
        rises(silver);

        assertThat(claim(offer, plain)).isEqualTo("coupon.level-too-low");
        assertThat(claim(offer, silver)).isEqualTo("given");
        assertThatThrownBy(() -> byHand(offer, plain, "k", "赔礼")).hasMessage("coupon.level-too-low");
        assertThat(wallets.in(() -> scans.give(plain, scenes.of(offer))).map(CouponsIT::code))
                .contains("coupon.level-too-low");
    }

    private String claim(Offer offer, MemberId member) {
        return CouponsIT.code(
                wallets.in(() -> wallets.coupons.claim(List.of(Award.claim(offer.id(), member, Way.CLAIM, null))))
                        .get(0));
    }

    private Coupon byHand(Offer offer, MemberId member, String key, String reason) {
        return wallets.in(() -> gifts.give(offer.id(), member, "staff:7", key, reason));
    }

    @Test
    void byHandNeedsAReasonThatIsKept() {
        var offer = wallets.offer(null, Giving.by(0, Way.CLAIM));
        var member = wallets.joins();

        assertThatThrownBy(() -> byHand(offer, member, "k", " ")).hasMessage("coupon.bad-reason");
        var given = byHand(offer, member, "k", " 等了半小时 ");
        assertThat(byHand(offer, member, "k", "等了半小时").id()).isEqualTo(given.id());
        assertThat(wallets.database()
                        .queryForList(
                                "SELECT reason FROM coupon_by_hand WHERE merchant_id = ?",
                                String.class,
                                wallets.merchant().value()))
                .containsExactly("等了半小时");
    }

    @Test
    void nobodyGivesWithoutEndEvenAllAtOnce() {
        var offer = wallets.offer(null, Giving.by(0, Way.CLAIM));
        var members = wallets.members(200);

        var answers = wallets.race(200, n -> gifts.give(offer.id(), members.get(n), "staff:7", "k" + n, "开业"));

        assertThat(answers).filteredOn("ok"::equals).hasSize(HandGifts.A_DAY);
        assertThat(answers).filteredOn("coupon.hand-cap"::equals).hasSize(200 - HandGifts.A_DAY);
        assertThat(wallets.count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?"))
                .isEqualTo(HandGifts.A_DAY);
    }

    @Test
    void aScannedOfferIsGivenOnceAndAMadeUpCodeNothing() {
        var offer = wallets.offer(null, Giving.by(0));
        var other = wallets.offer(null, Giving.by(0));
        var member = wallets.joins();
        var scene = wallets.in(() -> scenes.of(offer));

        assertThat(scene).hasSizeLessThanOrEqualTo(64);
        var answers = wallets.race(200, n -> scans.give(member, scene));
        assertThat(answers).containsOnly("ok");
        assertThat(wallets.in(() -> scans.give(member, "store-1"))).isEmpty();
        var made = scene.replace(Long.toString(offer.id()), Long.toString(other.id()));
        assertThat(wallets.in(() -> scans.give(member, made))).isEmpty();
        assertThat(wallets.in(() -> wallets.coupons.inWallet(member))).isEqualTo(1);
    }

    @Test
    void whoJoinsThroughAnOffersCodeFindsItInTheWallet() {
        var offer = wallets.offer(null, Giving.by(0));
        var member = wallets.joins();

        wallets.in(() -> {
            facts.publishEvent(new MemberJoined(member, scenes.of(offer), null));
            return true;
        });

        assertThat(wallets.in(() -> wallets.coupons.wallet(member, null, 10))
                        .items()
                        .get(0)
                        .coupon()
                        .way())
                .isEqualTo(Way.SCAN);
    }
}
