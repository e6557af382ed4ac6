package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.LedgerCheck;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A shop of its own for each test, with members who have wallets. */
@Component
class Wallets {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final long STORE = 11;

    final Offers offers;
    final Coupons coupons;
    final Redemptions redemptions;
    final Ledger ledger;
    private final LedgerCheck check;
    private final Members members;
    private final Consents consents;
    private final Merchants merchants;
    private final SettableClock clock;
    private final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private MerchantId merchant = new MerchantId(1);

    Wallets(
            Offers offers,
            Coupons coupons,
            Redemptions redemptions,
            Ledger ledger,
            LedgerCheck check,
            Members members,
            Consents consents,
            Merchants merchants,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids) {
        this.offers = offers;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.ledger = ledger;
        this.check = check;
        this.members = members;
        this.consents = consents;
        this.merchants = merchants;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void open() {
        clock.setNoon(TODAY, SHANGHAI);
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "面馆", SHANGHAI));
            merchants.openStore(new Store(STORE + merchant.value(), "解放路店", "解放路 18 号", "store-1"));
            return true;
        });
    }

    MerchantId merchant() {
        return merchant;
    }

    long store() {
        return STORE + merchant.value();
    }

    Offer offer(@Nullable Long stock, Giving giving) {
        return offer(new Benefit.Voucher(500), Given.PLAIN, stock, giving);
    }

    Offer offer(Benefit benefit, Terms terms, @Nullable Long stock, Giving giving) {
        return in(() -> offers.create(new NewOffer("券", benefit, terms, giving, stock), "staff:1"))
                .offer();
    }

    /** Claimed by everybody who likes, one each. */
    Offer open(@Nullable Long stock) {
        return offer(stock, Giving.by(1, Way.CLAIM));
    }

    /** Somebody with a phone in hand; claiming asks nothing else of him. */
    MemberId anyMember() {
        return new MemberId(ids.next());
    }

    List<MemberId> members(int count) {
        return Stream.generate(this::anyMember).limit(count).toList();
    }

    MemberId joins() {
        var identity = new Identity("official", "o" + ids.next());
        var joining =
                new Joining(List.of(identity), null, consents.current().version(), "test", null, null, null, null);
        return in(() -> members.join(joining).member().id());
    }

    void earns(MemberId member, long many) {
        in(() -> ledger.post(
                Movement.earn(member, Asset.POINTS, many, Reason.OPENING, new Reference("opening" + ids.next()))));
    }

    Awarded claim(Offer offer, MemberId member, @Nullable String key) {
        var way = offer.giving().ways().contains(Way.POINTS) ? Way.POINTS : Way.CLAIM;
        return in(() -> coupons.claim(List.of(Award.claim(offer.id(), member, way, key))))
                .get(0);
    }

    Coupon claimed(Offer offer, MemberId member) {
        return claim(offer, member, null).orThrow().coupon();
    }

    void redeem(Coupon coupon, String bill, String till) {
        in(() -> {
            redemptions.redeem(new Redeeming(coupon.member(), bill, store(), till, Map.of(coupon.id(), 500L)));
            return true;
        });
    }

    Coupon read(Coupon coupon) {
        return in(() -> redemptions.chosen(coupon.member(), List.of(coupon.id())))
                .get(0);
    }

    /** A node of its own: another gate and another lane to the same database. */
    Lane<Award, Awarded> node() {
        return new Lane<>(new Jdbc(3, 1024), 32_768, coupons::claim);
    }

    CompletableFuture<Awarded> claim(Lane<Award, Awarded> lane, Offer offer, MemberId member) {
        return lane.call(merchant, Award.claim(offer.id(), member, Way.CLAIM, null))
                .toFuture();
    }

    /** All at once through the gate; the code of what was refused, else {@code ok}. */
    List<String> race(int wide, IntConsumer work) {
        return IntStream.range(0, wide)
                .mapToObj(n ->
                        jdbc.call(merchant, () -> outcome(() -> work.accept(n))).toFuture())
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    static String outcome(Runnable work) {
        try {
            work.run();
            return "ok";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    void in(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    long count(String sql) {
        var count = database.queryForObject(sql, Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    JdbcTemplate database() {
        return database;
    }

    /** I09 to I13, and the ledger's own check. */
    void allAddsUp() {
        assertThat(in(check::run)).isEmpty();
        var broken = new ArrayList<String>();
        Map.of(
                        "I09 stock is what was given and what is left",
                        "SELECT COUNT(*) FROM offer_stock s WHERE s.merchant_id = ? AND (s.claimed <> (SELECT COUNT(*)"
                                + " FROM coupon c WHERE c.merchant_id = s.merchant_id AND c.offer_id = s.offer_id)"
                                + " OR s.claimed > s.total)",
                        "I10 nobody has more than the limit",
                        "SELECT COUNT(*) FROM (SELECT 1 FROM coupon c JOIN offer o ON o.merchant_id = c.merchant_id"
                                + " AND o.id = c.offer_id WHERE c.merchant_id = ? AND o.per_member > 0"
                                + " GROUP BY c.offer_id, c.issued_to, o.per_member"
                                + " HAVING COUNT(*) > o.per_member) over_limit",
                        "I11 claimed and redeemed inside the windows",
                        "SELECT COUNT(*) FROM coupon c JOIN offer o ON o.merchant_id = c.merchant_id AND o.id = c.offer_id"
                                + " LEFT JOIN coupon_redemption r ON r.merchant_id = c.merchant_id"
                                + " AND r.coupon_id = c.id WHERE c.merchant_id = ? AND (c.issued_at < o.claim_from"
                                + " OR c.issued_at >= o.claim_until OR r.redeemed_at < c.valid_from"
                                + " OR r.redeemed_at >= c.valid_until)",
                        "I12 redeemed is exactly one redemption in force",
                        "SELECT COUNT(*) FROM coupon c WHERE c.merchant_id = ? AND (c.state = 'REDEEMED') <> (SELECT COUNT(*)"
                                + " FROM coupon_redemption r WHERE r.merchant_id = c.merchant_id"
                                + " AND r.coupon_id = c.id AND r.in_force = 1)",
                        "I13 codes are unique",
                        "SELECT COUNT(*) - COUNT(DISTINCT code_hash) FROM coupon WHERE merchant_id = ?")
                .forEach((name, sql) -> {
                    if (count(sql) != 0) {
                        broken.add(name);
                    }
                });
        assertThat(broken).isEmpty();
    }
}
