package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.SettableClock;
import io.shuke.member.balance.ChargePlan.Offer;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Expiring;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.LedgerCheck;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A shop of its own for each test, with members who charge, and an ear for what happens. */
@Component
class Shopfront {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final Charges charges;
    final Refunds refunds;
    final Balances balances;
    final ChargePlans plans;
    final ChargeCheck check;
    final SettableClock clock;
    final JdbcTemplate database;
    final Members members;
    private final Ledger ledger;
    private final LedgerCheck books;
    private final Consents consents;
    private final Jdbc jdbc;
    private final Ids ids;
    private final Merchants merchants;
    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private MerchantId merchant = new MerchantId(1);

    Shopfront(
            Charges charges,
            Refunds refunds,
            Balances balances,
            ChargePlans plans,
            ChargeCheck check,
            SettableClock clock,
            JdbcTemplate database,
            Members members,
            Ledger ledger,
            LedgerCheck books,
            Consents consents,
            Jdbc jdbc,
            Ids ids,
            Merchants merchants) {
        this.charges = charges;
        this.refunds = refunds;
        this.balances = balances;
        this.plans = plans;
        this.check = check;
        this.clock = clock;
        this.database = database;
        this.members = members;
        this.ledger = ledger;
        this.books = books;
        this.consents = consents;
        this.jdbc = jdbc;
        this.ids = ids;
        this.merchants = merchants;
    }

    /** Opens with 充100送10, 充300送50 (good for 90 days) and 充1000. */
    void open() {
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "面馆", SHANGHAI));
            plans.change(new ChargePlan(
                    List.of(
                            new Offer(new Fen(10_000), new Fen(1_000), 0),
                            new Offer(new Fen(30_000), new Fen(5_000), 90),
                            new Offer(new Fen(100_000), Fen.NONE, 0)),
                    new Fen(2_000)));
            return true;
        });
        heard.clear();
    }

    MemberId member() {
        return in(() -> members.join(new Joining(
                        List.of(new Identity("app", "o" + ids.next())),
                        null,
                        consents.current().version(),
                        "h5",
                        "客人",
                        null,
                        null,
                        null))
                .member()
                .id());
    }

    long offer(long fen) {
        return in(plans::offered).stream()
                .filter(one -> one.offer().pay().value() == fen)
                .findFirst()
                .orElseThrow()
                .id();
    }

    Charge opened(MemberId member, long fen) {
        var offer = offer(fen);
        return in(() -> charges.open(member, offer));
    }

    Receipt paid(Charge charge) {
        return in(() -> charges.received(receivedFor(charge)));
    }

    static Received receivedFor(Charge charge) {
        return new Received(charge.number(), "4200" + charge.id(), charge.pay());
    }

    MemberId memberWhoCharged(long fen) {
        var member = member();
        paid(opened(member, fen));
        return member;
    }

    Share pay(MemberId member, long fen, String reference) {
        return in(() -> balances.pay(member, new Fen(fen), new Reference(reference)));
    }

    Charge cash(MemberId member, long fen, long gift, String key) {
        return in(() -> charges.atCounter(
                new AtCounter(member, new Fen(fen), new Fen(gift), "staff:7", "现金充值", "counter-" + key)));
    }

    List<Refund> refund(MemberId member, long fen) {
        return in(() -> refunds.ask(member, new Fen(fen), "staff:7", "顾客要求"));
    }

    void settle(Refund refund, boolean done) {
        in(() -> {
            refunds.settled(refund.id(), done);
            return true;
        });
    }

    void stuck(Refund refund) {
        in(() -> {
            refunds.stuck(refund.id());
            return true;
        });
    }

    boolean post(List<Instruction> instructions) {
        ledger.post(instructions);
        return true;
    }

    List<LocalDate> giftExpiry(MemberId member) {
        return in(() -> ledger.expiring(member, Asset.GIFT, LocalDate.of(9999, 12, 30))).stream()
                .map(Expiring::on)
                .toList();
    }

    Purse purse(MemberId member) {
        return in(() -> balances.of(member));
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    /** All at once through the gate; a refusal is what it says. */
    List<Object> race(int width, IntFunction<Object> work) {
        var running = new ArrayList<CompletableFuture<Object>>();
        for (int i = 0; i < width; i++) {
            var number = i;
            running.add(jdbc.<Object>call(merchant, () -> {
                        try {
                            return work.apply(number);
                        } catch (Refusal refused) {
                            return refused.code();
                        }
                    })
                    .toFuture());
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    @EventListener
    void on(BalanceChanged fact) {
        heard.add(fact);
    }

    @EventListener
    void on(BalanceLow fact) {
        heard.add(fact);
    }

    <T> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void booksAddUp() {
        assertThat(in(check::run)).isEmpty();
        assertThat(in(books::run)).isEmpty();
    }
}
