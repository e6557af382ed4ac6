package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.card.Cards;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
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
import io.shuke.member.membership.Phone;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Refund;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A shop of its own for each test, with two stores, a till in each, and regulars. */
@Component
class Shopfront {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final TillCaps WIDE = new TillCaps(1_000_000, 100_000_000, 100_000_000, 100_000, 1_000_000, 1_000_000);

    final Ledger ledger;
    private final TillKeys keys;
    private final Scans scans;
    private final Settlements settlements;
    private final Refunds refunds;
    private final Offers offers;
    private final Coupons coupons;
    private final LedgerCheck check;
    private final Cards cards;
    private final Members members;
    private final Consents consents;
    private final Merchants merchants;
    private final SettableClock clock;
    private final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private MerchantId merchant = new MerchantId(1);
    private List<Long> stores = List.of();
    private Map<Long, TillKey> tills = Map.of();

    Shopfront(
            Ledger ledger,
            TillKeys keys,
            Scans scans,
            Settlements settlements,
            Refunds refunds,
            Offers offers,
            Coupons coupons,
            LedgerCheck check,
            Cards cards,
            Members members,
            Consents consents,
            Merchants merchants,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids) {
        this.ledger = ledger;
        this.keys = keys;
        this.scans = scans;
        this.settlements = settlements;
        this.refunds = refunds;
        this.offers = offers;
        this.coupons = coupons;
        this.check = check;
        this.cards = cards;
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
        stores = List.of(ids.next(), ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "面馆", SHANGHAI));
            stores.forEach(store -> merchants.openStore(new Store(store, "店" + store, "街角", "s" + store)));
        });
        tills = Map.of(
                stores.get(0),
                issue(terms(stores.get(0), WIDE, OpeningHours.ALWAYS)),
                stores.get(1),
                issue(terms(stores.get(1), WIDE, OpeningHours.ALWAYS)));
    }

    static TillTerms terms(long store, TillCaps caps, OpeningHours hours) {
        return new TillTerms("前台", store, Set.of(TillScope.values()), caps, hours);
    }

    TillKey issue(TillTerms terms) {
        return in(() -> keys.anywhere(keys.issue(terms).id())).orElseThrow();
    }

    long store(int n) {
        return stores.get(n);
    }

    TillKey till(int n) {
        return java.util.Objects.requireNonNull(tills.get(store(n)));
    }

    MemberId joins(@Nullable Phone phone) {
        var identity = new Identity("official", "o" + ids.next());
        var joining =
                new Joining(List.of(identity), phone, consents.current().version(), "test", null, null, null, null);
        return in(() -> members.join(joining).member().id());
    }

    /** A regular who owns something, seen by the first till a moment ago. */
    MemberId regular(long points, long principal, long gift) {
        var member = joins(null);
        owns(member, Asset.POINTS, points, Reason.OPENING);
        owns(member, Asset.PRINCIPAL, principal, Reason.CHARGE);
        owns(member, Asset.GIFT, gift, Reason.CHARGE_GIFT);
        scan(0, member);
        return member;
    }

    private void owns(MemberId member, Asset asset, long amount, Reason reason) {
        if (amount > 0) {
            in(() -> ledger.post(Movement.earn(member, asset, amount, reason, new Reference("opening:" + asset))));
        }
    }

    Scans scans() {
        return scans;
    }

    String code(MemberId member) {
        return in(() -> cards.code(member)).value();
    }

    /** A card has a new code each second. */
    Scanned scan(int till, MemberId member) {
        clock.advance(Duration.ofSeconds(1));
        return in(() -> scans.code(till(till), code(member)));
    }

    /** A voucher in the member's wallet. */
    String voucher(MemberId member, long fen) {
        var terms = Terms.plain(new Validity.Relative(0, 30));
        var asked = new NewOffer("代金券", new Benefit.Voucher(fen), terms, Giving.by(1, Way.CLAIM), 1_000L);
        var offer = in(() -> offers.create(asked, "staff:1")).offer();
        in(() -> coupons.claim(List.of(Award.claim(offer.id(), member, Way.CLAIM, null))));
        return in(() -> coupons.wallet(member, null, 10)).items().get(0).code();
    }

    static BillLine line(String name, int quantity, long fen) {
        return new BillLine("sku-" + name, name, "面", quantity, new Fen(fen));
    }

    /** 20.00 yuan in three lines. */
    NewBill bill(String orderNo, @Nullable MemberId member, long paid) {
        return bill(orderNo, member, List.of(), 0, 0, paid);
    }

    NewBill bill(
            String orderNo, @Nullable MemberId member, List<String> couponCodes, long points, long balance, long paid) {
        var lines = List.of(line("牛肉面", 1, 1500), line("豆浆", 1, 300), line("茶叶蛋", 1, 200));
        return new NewBill(
                store(0), orderNo, member, lines, couponCodes, points, new Fen(balance), new Fen(paid), null);
    }

    Settled settle(NewBill bill) {
        return in(() -> settlements.settle(till(0), bill));
    }

    RefundedBill refund(BillId bill, String orderNo, long fen) {
        return in(() -> refunds.refund(till(0), new Refund(bill, orderNo, List.of(), new Fen(fen), clock.instant())));
    }

    Map<Asset, Long> owned(MemberId member) {
        return in(() -> ledger.balances(member));
    }

    long owned(MemberId member, Asset asset) {
        return owned(member).getOrDefault(asset, 0L);
    }

    long couponsInWallet(MemberId member) {
        return in(() -> coupons.inWallet(member));
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

    Settlements settlements() {
        return settlements;
    }

    Refunds refunds() {
        return refunds;
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

    long count(String table) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE merchant_id = ?", Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    long sum(String column, String table) {
        var sum = database.queryForObject(
                "SELECT COALESCE(SUM(" + column + "), 0) FROM " + table + " WHERE merchant_id = ?",
                Long.class,
                merchant.value());
        return sum == null ? 0 : sum;
    }

    void booksAddUp() {
        assertThat(in(check::run)).isEmpty();
    }
}
