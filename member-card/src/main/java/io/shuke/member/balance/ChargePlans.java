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
        var newest = mapper.newest();
        return newest == null
                ? ChargePlan.none()
                : new ChargePlan(
                        offered(newest.version()).stream().map(Offered::offer).toList(), new Fen(newest.lowFen()));
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

    /** Puts a new version into force. Two owners who save at once: the second is told so by the version's key. */
    @Transactional
    public void change(ChargePlan plan) {
        var newest = mapper.newest();
        var version = newest == null ? 1 : newest.version() + 1;
        mapper.insert(new ChargePlanMapper.PlanRow(version, plan.low().value()), clock.instant());
        for (var offer : plan.offers()) {
            mapper.insertOffer(
                    version,
                    new ChargePlanMapper.OfferRow(
                            ids.next(), offer.pay().value(), offer.gift().value(), offer.giftDays()));
        }
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
