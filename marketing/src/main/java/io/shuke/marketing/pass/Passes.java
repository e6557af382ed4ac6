package io.shuke.marketing.pass;

import static java.util.stream.Collectors.toMap;

import io.shuke.marketing.pass.PassMapper.UsedRow;
import io.shuke.member.ground.Ids;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes that members hold: sold, used day by day, taken back. */
@Service
public class Passes {

    private static final Reference SOLD = new Reference("sold");

    private final PassMapper mapper;
    private final PassProducts products;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Passes(PassMapper mapper, PassProducts products, Ledger ledger, Merchants merchants, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.products = products;
        this.ledger = ledger;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sells a pass that is good from today on. The same sale again is the same pass.
     *
     * @param sale what it was paid with, such as {@code bill:42}; once for the whole shop
     * @param staff who sold it, as {@code staff:…}
     */
    @Transactional
    public Pass sell(MemberId member, PassProductId product, Reference sale, String staff) {
        var row = mapper.lockProduct(product.value());
        if (row == null) {
            throw PassRefusal.unknownProduct();
        }
        var known = mapper.sold(sale.value());
        if (known != null) {
            return known.toDomain();
        }
        if (!row.offered()) {
            throw PassRefusal.notSold();
        }
        return write(member, row, sale, staff).toDomain();
    }

    private PassRow write(MemberId member, PassProductRow product, Reference sale, String staff) {
        var at = clock.instant();
        var today = LocalDate.ofInstant(at, merchants.current().zone());
        var through = today.plusDays(product.days() - 1L);
        var pass = new PassRow(
                ids.next(),
                product.id(),
                member.value(),
                sale.value(),
                product.title(),
                product.what(),
                product.aDay(),
                product.percent(),
                product.priceFen(),
                today,
                through,
                at,
                staff,
                null);
        mapper.insert(pass);
        var uses = product.toDomain().terms().uses();
        if (uses > 0) {
            ledger.post(Movement.earn(member, Asset.passes(pass.id()), uses, Reason.PASS, SOLD)
                    .goodThrough(through)
                    .by(staff)
                    .noting(pass.title()));
        }
        return pass;
    }

    /**
     * Uses a pass once, today.
     *
     * @param staff who hands the thing over, as {@code staff:…}
     * @param once the key of this use: asked again under it, nothing more is used; null for a use that is never repeated
     * @throws PassRefusal {@code pass.used-today} and whatever else stands against it
     */
    @Transactional
    public HeldPass use(long pass, String staff, @Nullable String once) {
        var found = locked(pass);
        var at = clock.instant();
        var today = LocalDate.ofInstant(at, merchants.current().zone());
        var aDay = found.usesOn(today);
        var used = mapper.usedOn(pass, today);
        if (once != null && mapper.usedUnder(pass, once) > 0) {
            return new HeldPass(found, ledger.balance(found.member(), Asset.passes(pass)), aDay - used);
        }
        if (used >= aDay) {
            throw PassRefusal.usedToday(aDay);
        }
        mapper.use(pass, today, new PassMapper.UseRow(used + 1, at, staff, once));
        var entry = ledger.post(Movement.spend(
                        found.member(),
                        Asset.passes(pass),
                        1,
                        Reason.PASS_USE,
                        new Reference("use:" + today + ":" + (used + 1)))
                .by(staff)
                .noting(found.title()));
        return new HeldPass(found, entry.balance(), aDay - used - 1);
    }

    /** Takes a pass back: what is left of it is gone; the money is the till's affair. A second time changes nothing. */
    @Transactional
    public Pass takeBack(long pass, String staff) {
        var found = locked(pass);
        if (found.takenBack()) {
            return found;
        }
        mapper.end(pass, clock.instant());
        var left = ledger.balance(found.member(), Asset.passes(pass));
        if (left > 0) {
            ledger.post(Reversal.of(found.member(), Asset.passes(pass), SOLD, new Reference("back"), Reason.REFUND)
                    .only(left)
                    .by(staff)
                    .noting(found.title()));
        }
        return locked(pass);
    }

    private Pass locked(long pass) {
        var row = mapper.lock(pass);
        if (row == null) {
            throw PassRefusal.unknownPass();
        }
        return row.toDomain();
    }

    /** What a member holds that is not over yet. */
    public List<HeldPass> of(MemberId member) {
        var today = today();
        var rows = mapper.ofMember(member.value(), today);
        if (rows.isEmpty()) {
            return List.of();
        }
        var used = mapper.usedBy(member.value(), today).stream().collect(toMap(UsedRow::passId, UsedRow::times));
        var balances = ledger.balances(member);
        return rows.stream()
                .map(PassRow::toDomain)
                .filter(pass -> !pass.takenBack())
                .map(pass -> held(
                        pass,
                        balances.getOrDefault(Asset.passes(pass.id()), 0L),
                        used.getOrDefault(pass.id(), 0),
                        today))
                .toList();
    }

    private static HeldPass held(Pass pass, long left, int used, LocalDate today) {
        var aDay = pass.isGoodOn(today) && pass.benefit() instanceof PassBenefit.Daily daily ? daily.aDay() : 0;
        return new HeldPass(pass, left, (int) Math.min(left, Math.max(0, aDay - used)));
    }

    /** The best of the member's discounts on that day of the shop; of equal ones the one sold first. */
    public Optional<Pass> discount(MemberId member, LocalDate day) {
        if (!products.anyDiscount()) {
            return Optional.empty();
        }
        return mapper.ofMember(member.value(), day).stream()
                .map(PassRow::toDomain)
                .filter(pass -> pass.isGoodOn(day) && pass.benefit() instanceof PassBenefit.Discount)
                .min(Comparator.comparingInt(pass -> ((PassBenefit.Discount) pass.benefit()).percent()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(merchants.current().zone()));
    }
}
