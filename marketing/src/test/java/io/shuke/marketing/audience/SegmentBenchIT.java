package io.shuke.marketing.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Span;
import io.shuke.member.membership.MemberId;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** S8: segments beside the SQL that somebody would write by hand. {@code -Dsegment.members=1000000} for the real size. */
@ShopTest
@Tag("bench")
class SegmentBenchIT {

    private static final int SMALL = 10_000;
    private static final int MEMBERS = Integer.getInteger("segment.members", 20_000);
    private static final int ROUNDS = 11;
    private static final int FIXED = 1_000;
    private static final Condition AWAY = new Condition.Measured(Measure.LAST_VISIT, Span.from(300));
    private static final Condition BILL = new Condition.Measured(Measure.AVERAGE_BILL, new Span(2_000, 4_000));

    @Autowired
    Shop shop;

    @Autowired
    Segments segments;

    @Autowired
    Tags tags;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private long merchant;

    @Test
    void besideTheSameByHand() {
        var fixedSmall = fixed(SMALL);
        var fixedLarge = fixed(MEMBERS);
        var tenth = tag("十分之一", "member_id % 10 = 0");
        var days = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(300);
        var raw = micros(
                () -> count("SELECT COUNT(*) FROM purchase_summary WHERE merchant_id = ? AND last_at <= ?", days));
        var scan = micros(() -> count(
                "SELECT COUNT(*) FROM purchase_summary FORCE INDEX (PRIMARY) WHERE merchant_id = ?"
                        + " AND average_fen BETWEEN ? AND ?",
                2_000,
                4_000));
        var covered = micros(() -> segments.count(AWAY));
        var any = micros(() -> segments.count(BILL));
        var tagged = micros(() -> segments.count(new Condition.All(List.of(BILL, tenth))));
        var keyed = micros(() -> database.queryForList(
                "SELECT member_id FROM purchase_summary WHERE merchant_id = ? AND member_id > ? AND visits >= 1"
                        + " ORDER BY member_id LIMIT 1000",
                Long.class,
                merchant,
                MEMBERS / 2));
        var visits = new Condition.Measured(Measure.VISITS, Span.from(1));
        var page = micros(() -> segments.page(visits, clock.instant(), new MemberId(MEMBERS / 2L), 1_000));
        System.out.printf(
                "S8 %,d members: covered x%.2f (%,d us), any x%.2f (scan %,d us), tag x%.2f,"
                        + " fixed %,d us at %,d and %,d us, page x%.2f (%,d us)%n",
                MEMBERS,
                ratio(covered, raw),
                covered,
                ratio(any, scan),
                scan,
                ratio(tagged, scan),
                fixedSmall,
                SMALL,
                fixedLarge,
                ratio(page, keyed),
                page);
        assertThat(count("SELECT COUNT(*) FROM purchase_summary WHERE merchant_id = ?"))
                .isEqualTo(MEMBERS);
    }

    /** What counting the same thousand costs among so many. */
    private long fixed(int members) {
        shop.open();
        merchant = shop.in(() -> MerchantScope.current().value());
        fill(members);
        var thousand = tag("一千人", "member_id <= " + FIXED);
        assertThat(shop.in(() -> segments.count(thousand))).isEqualTo(FIXED);
        return micros(() -> segments.count(thousand));
    }

    /** By doubling: every database can do that. */
    private void fill(int members) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.update(
                "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen) VALUES (?, 1, 1, 0, 0)",
                merchant);
        for (long done = 1; done < members; done *= 2) {
            database.update(
                    "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen) SELECT merchant_id,"
                            + " member_id + ?, 1, 0, 0 FROM purchase_summary WHERE merchant_id = ? AND member_id <= ?",
                    done,
                    merchant,
                    Math.min(done, members - done));
        }
        database.update(
                "UPDATE purchase_summary SET step = 1 + member_id % 3, visits = 1 + (member_id * 7919) % 40,"
                        + " amount_fen = (1 + (member_id * 7919) % 40) * (500 + (member_id * 104729) % 9000),"
                        + " last_at = ? - INTERVAL (member_id * 15485863) % 400 DAY,"
                        + " first_at = ? - INTERVAL 500 DAY WHERE merchant_id = ?",
                now, now, merchant);
        database.execute("ANALYZE TABLE purchase_summary");
    }

    private Condition tag(String name, String which) {
        TagId tag = shop.in(() -> tags.create(name, "", "bench")).id();
        database.update(
                "INSERT INTO member_tag (merchant_id, member_id, tag_id, note, by_rule, given_by, given_at) SELECT"
                        + " merchant_id, member_id, ?, '', FALSE, 'bench', ? FROM purchase_summary WHERE merchant_id = ?"
                        + " AND " + which,
                tag.value(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                merchant);
        database.execute("ANALYZE TABLE member_tag");
        return new Condition.Tagged(tag.value());
    }

    private long count(String sql, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = merchant;
        System.arraycopy(more, 0, values, 1, more.length);
        var many = database.queryForObject(sql, Long.class, values);
        return many == null ? 0 : many;
    }

    /** The median, warm. */
    private long micros(Runnable work) {
        var taken = new long[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            var start = System.nanoTime();
            shop.in(() -> {
                work.run();
                return true;
            });
            if (round >= 0) {
                taken[round] = (System.nanoTime() - start) / 1_000;
            }
        }
        Arrays.sort(taken);
        return taken[ROUNDS / 2];
    }

    private static double ratio(long product, long bare) {
        return (double) product / bare;
    }
}
