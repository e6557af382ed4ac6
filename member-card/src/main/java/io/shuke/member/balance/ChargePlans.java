package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's charge plan (充值方案), every version kept. */
@Service
public class ChargePlans {

    private static final Duration TRIED_ON = Duration.ofDays(90);

    /** An offer as customers choose it; its id is good until the plan changes. */
    public record Offered(long id, ChargePlan.Offer offer) {}

    /** @param number 0 while nobody has written a plan */
    public record Version(int number, ChargePlan plan) {}

    /**
     * A plan tried on the charges of the last days, as if the same amounts had been paid.
     *
     * @param given what was given on top then
     * @param wouldGive what the plan would have given
     */
    public record Trial(long days, long charges, Fen paid, Fen given, Fen wouldGive) {}

    private final ChargePlanMapper mapper;
    private final ChargeMapper charges;
    private final Ids ids;
    private final Clock clock;

    ChargePlans(ChargePlanMapper mapper, ChargeMapper charges, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.charges = charges;
        this.ids = ids;
        this.clock = clock;
    }

    public ChargePlan current() {
        return newest().plan();
    }

    /** The plan with its version, for whoever is about to change it. */
    public Version newest() {
        var row = mapper.newest();
        return row == null
                ? new Version(0, ChargePlan.none())
                : new Version(
                        row.version(),
                        new ChargePlan(
                                offered(row.version()).stream()
                                        .map(Offered::offer)
                                        .toList(),
                                new Fen(row.lowFen())));
    }

    public List<Offered> offered() {
        var newest = mapper.newest();
        return newest == null ? List.of() : offered(newest.version());
    }

    private List<Offered> offered(int version) {
        return mapper.offers(version).stream()
                .map(row -> new Offered(
                        row.id(), new ChargePlan.Offer(new Fen(row.payFen()), new Fen(row.giftFen()), row.giftDays())))
                .toList();
    }

    /** @throws ChargeRefusal {@code charge.offer-withdrawn} for one of an earlier plan, or of none */
    ChargePlan.Offer offer(long id) {
        return offered().stream()
                .filter(offered -> offered.id() == id)
                .findFirst()
                .orElseThrow(ChargeRefusal::offerWithdrawn)
                .offer();
    }

    /** Puts a new version into force, whatever the one before was. */
    @Transactional
    public Version change(ChargePlan plan) {
        return write(plan, newest().number() + 1);
    }

    /**
     * Puts a new version into force. Two owners who save at once: the second is told so by the version's key.
     *
     * @param seen the version that was changed
     * @throws ChargeRefusal {@code charge.plan-changed} when another is in force by now
     */
    @Transactional
    public Version change(ChargePlan plan, int seen) {
        if (newest().number() != seen) {
            throw ChargeRefusal.planChanged();
        }
        return write(plan, seen + 1);
    }

    private Version write(ChargePlan plan, int version) {
        mapper.insert(new ChargePlanMapper.PlanRow(version, plan.low().value()), clock.instant());
        for (var offer : plan.offers()) {
            mapper.insertOffer(
                    version,
                    new ChargePlanMapper.OfferRow(
                            ids.next(), offer.pay().value(), offer.gift().value(), offer.giftDays()));
        }
        return new Version(version, plan);
    }

    public Trial trial(ChargePlan plan) {
        long count = 0;
        long paid = 0;
        long given = 0;
        long wouldGive = 0;
        for (var row : charges.since(clock.instant().minus(TRIED_ON))) {
            count += row.charges();
            paid += row.payFen() * row.charges();
            given += row.giftFen();
            wouldGive += plan.giftFor(new Fen(row.payFen())).value() * row.charges();
        }
        return new Trial(TRIED_ON.toDays(), count, new Fen(paid), new Fen(given), new Fen(wouldGive));
    }
}
