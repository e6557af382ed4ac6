package io.shuke.marketing.till;

import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Reckoning;
import io.shuke.marketing.coupon.Redeeming;
import io.shuke.marketing.coupon.Redemptions;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles bills: points, growth, coupons, offset, balance and the purchase itself, all or nothing, in one transaction. The
 * order in which it takes things is the same everywhere: the member's accounts, the bill, coupons, the key's meter.
 */
@Service
public class Settlements {

    private static final Duration OLDEST = Duration.ofDays(7);

    private final SettlementMapper mapper;
    private final Scans scans;
    private final Prices prices;
    private final Wallet wallet;
    private final Redemptions coupons;
    private final Purchases purchases;
    private final Meter meter;
    private final TillHours hours;
    private final Merchants merchants;
    private final Webhooks webhooks;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Settlements(
            SettlementMapper mapper,
            Scans scans,
            Prices prices,
            Wallet wallet,
            Redemptions coupons,
            Purchases purchases,
            Meter meter,
            TillHours hours,
            Merchants merchants,
            Webhooks webhooks,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.mapper = mapper;
        this.scans = scans;
        this.prices = prices;
        this.wallet = wallet;
        this.coupons = coupons;
        this.purchases = purchases;
        this.meter = meter;
        this.hours = hours;
        this.merchants = merchants;
        this.webhooks = webhooks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What everything about one bill follows from. */
    private record Counter(
            TillKey key,
            NewBill asked,
            Prices.@Nullable Regular regular,
            Map<Asset, Long> held,
            Scans.Tie tie,
            Instant now,
            List<Coupon> shown) {

        /** When it was bought, as the database keeps it. */
        Instant at() {
            return asked.at() == null ? now : asked.at().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** One transaction; the same order number again tells of the first time. */
    @Transactional
    public Settled settle(TillKey key, NewBill asked) {
        key.standsIn(asked.store());
        hours.refuseClosed(key);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (asked.at() != null && asked.at().isBefore(now.minus(OLDEST))) {
            throw TillRefusal.tooOld(OLDEST.toDays());
        }
        var member = asked.member();
        var regular = member == null ? null : prices.hold(member);
        var held = member == null ? Map.<Asset, Long>of() : wallet.hold(member);
        var known = known(asked);
        if (known.isPresent()) {
            return known.get();
        }
        var tie = tie(key, asked, now);
        var shown = asked.coupons().stream().map(coupons::byCode).toList();
        return settle(new Counter(key, asked, regular, held, tie, now, shown));
    }

    private Optional<Settled> known(NewBill asked) {
        return Optional.ofNullable(mapper.byOrder(asked.store(), asked.orderNo()))
                .map(row -> repeated(row, asked));
    }

    private static Settled repeated(SettlementRow row, NewBill asked) {
        if (!MessageDigest.isEqual(row.content(), asked.content())) {
            throw TillRefusal.orderConflict();
        }
        return new Settled(row.toDomain(), false);
    }

    private Scans.Tie tie(TillKey key, NewBill asked, Instant now) {
        if (asked.member() == null) {
            return Scans.Tie.NONE;
        }
        var tie = scans.tie(key, asked.member(), now);
        return switch (tie) {
            case NONE -> throw TillRefusal.scanNeeded();
            case LOOKED_UP -> {
                if (asked.spends()) {
                    throw TillRefusal.liveScanNeeded();
                }
                yield tie;
            }
            case LIVE -> tie;
        };
    }

    private Settled settle(Counter counter) {
        var asked = counter.asked();
        var reckoning = reckoned(counter);
        if (reckoning.payableFen() != asked.paid().value()) {
            throw TillRefusal.sumWrong(reckoning.payableFen());
        }
        var settlement = settlement(counter, reckoning);
        var redeeming = redeeming(counter, settlement, reckoning);
        try {
            mapper.insert(SettlementRow.of(
                    settlement, counter.key(), asked.content(), redeeming == null ? Map.of() : redeeming.discounts()));
        } catch (DuplicateKeyException lostRace) {
            return known(asked).orElseThrow(() -> lostRace);
        }
        write(counter, settlement, redeeming);
        return new Settled(settlement, true);
    }

    private Reckoning reckoned(Counter counter) {
        var asked = counter.asked();
        var lines = asked.lines().stream()
                .map(line -> new BasketLine(
                        line.sku(),
                        line.name(),
                        line.category(),
                        line.quantity(),
                        line.amount().value()))
                .toList();
        var draft = new Prices.Draft(
                asked.store(),
                counter.at(),
                lines,
                asked.points(),
                asked.balance().value());
        var regular = counter.regular();
        var guest = regular == null ? Prices.Guest.STRANGER : prices.guest(regular, counter.at());
        return prices.reckon(draft, guest, counter.shown());
    }

    private Settlement settlement(Counter counter, Reckoning reckoning) {
        var asked = counter.asked();
        var member = asked.member();
        var levelFen = levelFen(reckoning);
        var split = Wallet.split(counter.held(), reckoning.balanceFen());
        var bill = bill(purchases.nextId(), counter, reckoning.payableFen() + reckoning.balanceFen());
        var brought = brought(counter, bill);
        return new Settlement(
                bill.id(),
                asked.store(),
                asked.orderNo(),
                member,
                brought.level(),
                reckoning.totalFen(),
                levelFen,
                reckoning.discountFen() - levelFen,
                reckoning.points(),
                reckoning.pointsFen(),
                split.principalFen(),
                split.giftFen(),
                reckoning.payableFen(),
                brought.points(),
                brought.growth(),
                reckoning.words(),
                brought.withheld(),
                counter.at());
    }

    private static long levelFen(Reckoning reckoning) {
        return reckoning.steps().stream()
                .filter(step -> step.source() == Reckoning.Source.LEVEL)
                .mapToLong(Reckoning.Step::fen)
                .sum();
    }

    private record Brought(
            String level,
            long points,
            long growth,
            @Nullable String withheld) {}

    /** A rise counts from the next bill on: this one is reckoned at the level the member came with. */
    private Brought brought(Counter counter, Bill bill) {
        var regular = counter.regular();
        if (regular == null) {
            return new Brought("", 0, 0, null);
        }
        if (counter.tie() != Scans.Tie.LIVE) {
            var why = TillRefusal.liveScanNeeded().code();
            return new Brought(regular.rung().level().name(), 0, 0, why);
        }
        var points = prices.points(regular, bill);
        return new Brought(prices.bought(regular, bill).name(), points, Prices.growth(bill), null);
    }

    private static Bill bill(BillId id, Counter counter, long paidFen) {
        var asked = counter.asked();
        var order = new Order(asked.store(), Order.COUNTER, asked.orderNo());
        return Bill.of(id, order, asked.member(), asked.lines(), counter.at()).paying(new Fen(paidFen));
    }

    private static @Nullable Redeeming redeeming(Counter counter, Settlement settlement, Reckoning reckoning) {
        var member = settlement.member();
        return member == null || counter.shown().isEmpty()
                ? null
                : Redeeming.of(
                        member,
                        Wallet.reference(settlement.id()),
                        settlement.store(),
                        "till:" + counter.key().id(),
                        reckoning);
    }

    private void write(Counter counter, Settlement settlement, @Nullable Redeeming redeeming) {
        var member = settlement.member();
        if (member != null) {
            wallet.settle(member, settlement);
            scans.served(counter.key(), member);
        }
        var regular = counter.regular();
        purchases.record(bill(settlement.id(), counter, settlement.payableFen())
                .giving(regular == null ? 0 : regular.standing().step(), settlement.pointsEarned()));
        if (redeeming != null) {
            coupons.redeem(redeeming);
        }
        webhooks.queue(WebhookEvent.BILL_SETTLED, settlement.told());
        facts.publishEvent(new BillSettled(settlement));
        var moment = Meter.Moment.of(counter.now(), merchants.current().zone());
        meter.run(counter.key(), moment, settlement.totalFen(), settlement.pointsEarned());
    }

    /** The settlement of a bill, as it was. */
    public Optional<Settlement> settlement(BillId id) {
        return Optional.ofNullable(mapper.one(id.value())).map(SettlementRow::toDomain);
    }
}
