package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.OtherNode;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.CouponBatch;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewBatch;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Coupons for many, while a node that gives them is killed. {@code -Dmany=100000} for the whole town. */
@Tag("slow")
@OpenShop
class CutOffGivingIT {

    private static final int MANY = Integer.getInteger("many", 10_000);

    @Autowired
    ApplicationContext program;

    @Autowired
    Merchants merchants;

    @Autowired
    Offers offers;

    @Autowired
    CouponBatches batches;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Ids ids;

    private MerchantId shop = new MerchantId(1);

    @Test
    void everybodyGetsExactlyOneThoughANodeIsKilledInTheMiddle(@TempDir Path folder) {
        shop = new MerchantId(ids.next());
        jdbc.within(shop, () -> {
            merchants.open(new Merchant(shop, "面馆", ZoneId.of("Asia/Shanghai")));
            return true;
        });
        enrol();
        try (var other = new OtherNode(program, folder)) {
            other.door();
            var start = System.nanoTime();
            var batch = start();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> read(batch).issued() >= MANY / 3);

            other.kill();

            assertThat(read(batch).issued()).as("killed in the middle").isLessThan(MANY);
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> read(batch).state() == CouponBatch.State.DONE);
            System.out.printf(
                    "coupons for many: %,d given in %.1f s, a node killed after a third%n",
                    MANY, (System.nanoTime() - start) / 1e9);
            assertThat(read(batch).issued()).isEqualTo(MANY);
        }
        assertThat(count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?")).isEqualTo(MANY);
        assertThat(count("SELECT COUNT(DISTINCT member_id) FROM coupon WHERE merchant_id = ?"))
                .isEqualTo(MANY);
        assertThat(count("SELECT claimed FROM offer_stock WHERE merchant_id = ?"))
                .isEqualTo(MANY);
        // Each start of the program makes ids with a number of its own, bits 12 to 21.
        assertThat(count("SELECT COUNT(DISTINCT id >> 12 & 1023) FROM coupon WHERE merchant_id = ?"))
                .as("both nodes gave")
                .isEqualTo(2);
    }

    private CouponBatch start() {
        return jdbc.within(shop, () -> {
            var offer = offers.create(
                            new NewOffer(
                                    "满城送",
                                    new Benefit.Voucher(500),
                                    Terms.plain(new Validity.Relative(0, 30)),
                                    Giving.by(1, Way.CLAIM),
                                    200_000L),
                            "staff:1")
                    .offer()
                    .id();
            return batches.start(new NewBatch(offer, Way.BULK, null, null, "town", "staff:1"));
        });
    }

    private CouponBatch read(CouponBatch batch) {
        return jdbc.within(shop, () -> batches.batch(batch.id()));
    }

    /** As an import would write them. */
    private void enrol() {
        var members = LongStream.generate(ids::next).limit(MANY).boxed().toList();
        database.batchUpdate(
                "INSERT INTO member (merchant_id, id, number, state, joined_at)"
                        + " VALUES (?, ?, ?, 'ACTIVE', UTC_TIMESTAMP(6))",
                members,
                1000,
                (mark, member) -> {
                    mark.setLong(1, shop.value());
                    mark.setLong(2, member);
                    mark.setString(3, "%010d".formatted(member % 10_000_000_000L));
                });
    }

    private long count(String sql) {
        var count = database.queryForObject(sql, Long.class, shop.value());
        return count == null ? 0 : count;
    }
}
