package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class CouponBatchIT {

    @Autowired
    Wallets wallets;

    @Autowired
    CouponBatches batches;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate together;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @AfterEach
    void allAddsUp() {
        wallets.allAddsUp();
    }

    private CouponBatch start(Offer offer, @Nullable List<MemberId> members, @Nullable Instant at, String key) {
        return wallets.in(() -> batches.start(new NewBatch(offer.id(), Way.BULK, members, at, key, "staff:1")));
    }

    private void workOff(CouponBatch batch) {
        while (wallets.in(() -> batches.advance(batch.id()))) {
            // Until there is nothing more to do.
        }
    }

    private CouponBatch read(CouponBatch batch) {
        return wallets.in(() -> batches.batch(batch.id()));
    }

    /** Members by the thousand, as an import would write them. */
    private void enrol(int many) {
        var rows = Stream.generate(wallets::anyMember).limit(many).toList();
        wallets.database()
                .batchUpdate(
                        "INSERT INTO member (merchant_id, id, number, state, joined_at)"
                                + " VALUES (?, ?, ?, 'ACTIVE', UTC_TIMESTAMP(6))",
                        rows,
                        1000,
                        (mark, member) -> {
                            mark.setLong(1, wallets.merchant().value());
                            mark.setLong(2, member.value());
                            mark.setString(3, "%010d".formatted(member.value() % 10_000_000_000L));
                        });
    }

    @Test
    void everybodyGetsOneAcrossPagesAndSaysHowFarItIs() {
        enrol(CouponBatches.AT_ONCE + 20);
        var batch = start(wallets.open(null), null, null, "k");

        assertThat(wallets.in(() -> batches.advance(batch.id()))).isTrue();
        assertThat(read(batch).issued()).isEqualTo(CouponBatches.AT_ONCE);
        workOff(batch);

        var done = read(batch);
        assertThat(done.state()).isEqualTo(CouponBatch.State.DONE);
        assertThat(done.members()).isEqualTo(CouponBatches.AT_ONCE + 20);
        assertThat(done.issued()).isEqualTo(CouponBatches.AT_ONCE + 20);
    }

    @Test
    void aPageThatWasCutOffIsGivenAnewAndNobodyGetsTwo() {
        enrol(30);
        var batch = start(wallets.open(null), null, null, "k");

        wallets.in(() -> together.executeWithoutResult(status -> {
            batches.advance(batch.id());
            status.setRollbackOnly();
        }));
        assertThat(read(batch).issued()).isZero();
        workOff(batch);
        workOff(batch);

        assertThat(read(batch).issued()).isEqualTo(30);
        assertThat(wallets.count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?"))
                .isEqualTo(30);
    }

    @Test
    void manyWorkersGiveEverybodyOne() {
        enrol(2 * CouponBatches.AT_ONCE);
        var batch = start(wallets.open(null), null, null, "k");

        wallets.race(8, n -> workOff(batch));
        workOff(batch);

        assertThat(read(batch).state()).isEqualTo(CouponBatch.State.DONE);
        assertThat(read(batch).issued()).isEqualTo(2L * CouponBatches.AT_ONCE);
    }

    @Test
    void theStockEndsItAndAPauseOnlyHoldsItUp() {
        enrol(30);
        var offer = wallets.open(20L);
        var batch = start(offer, null, null, "k");
        wallets.in(() -> wallets.offers.pause(offer.id(), true, "staff:1"));
        workOff(batch);
        assertThat(read(batch).state()).isEqualTo(CouponBatch.State.RUNNING);

        wallets.in(() -> wallets.offers.pause(offer.id(), false, "staff:1"));
        workOff(batch);

        assertThat(read(batch).state()).isEqualTo(CouponBatch.State.CUT_SHORT);
        assertThat(read(batch).issued()).isEqualTo(20);
    }

    @Test
    void whoHasHisShareIsSkippedAndAStrangerTooAndTheSameWishIsOneBatch() {
        var offer = wallets.open(null);
        var one = wallets.joins();
        var other = wallets.joins();
        wallets.claimed(offer, one);
        var named = List.of(one, other, wallets.anyMember());

        var batch = start(offer, named, null, "k");
        assertThat(start(offer, named, null, "k")).isEqualTo(batch);
        workOff(batch);

        assertThat(read(batch).issued()).isEqualTo(1);
        assertThat(read(batch).skipped()).isEqualTo(2);
    }

    @Test
    void aFestivalWaitsForItsMorning() {
        var offer = wallets.open(null);
        var batch = start(offer, List.of(wallets.joins()), clock.instant().plus(Duration.ofHours(20)), "k");

        assertThat(wallets.in(batches::due)).isEmpty();
        clock.advance(Duration.ofHours(21));
        assertThat(wallets.in(batches::due)).containsExactly(batch.id());
    }

    @Test
    @Tag("slow")
    void aHundredThousandGetOneEach() {
        int many = Integer.getInteger("many", 100_000);
        enrol(many);
        var batch = start(wallets.open(null), null, null, "k");
        var start = System.nanoTime();

        workOff(batch);

        System.out.printf("%,d coupons given in %.1f s%n", many, (System.nanoTime() - start) / 1e9);
        assertThat(read(batch).issued()).isEqualTo(many);
    }
}
