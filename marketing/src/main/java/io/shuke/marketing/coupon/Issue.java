package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.level.Levels;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way into a wallet: one award or hundreds with the same few statements and one transaction. */
@Component
class Issue {

    private final Offers offers;
    private final OfferMapper stocks;
    private final CouponMapper coupons;
    private final CouponPen pen;
    private final Codes codes;
    private final Ledger ledger;
    private final Levels levels;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Issue(
            Offers offers,
            OfferMapper stocks,
            CouponMapper coupons,
            CouponPen pen,
            Codes codes,
            Ledger ledger,
            Levels levels,
            Merchants merchants,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.offers = offers;
        this.stocks = stocks;
        this.coupons = coupons;
        this.pen = pen;
        this.codes = codes;
        this.ledger = ledger;
        this.levels = levels;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Points' accounts are taken first, then the offers' stocks, then nothing that others wait for: whoever gives coupons
     * along with other things keeps to this order.
     *
     * @return in the order of the awards
     */
    @Transactional
    public List<Awarded> give(List<Award> awards) {
        var payers = awards.stream()
                .filter(award -> award.way() == Way.POINTS)
                .map(Award::member)
                .toList();
        if (!payers.isEmpty()) {
            ledger.lock(payers, Asset.POINTS);
        }
        var wanted = new TreeSet<Long>();
        awards.forEach(award -> offers.find(award.offer()).ifPresent(known -> wanted.add(known.id())));
        var rush = new Rush(merchants.current().zone(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!wanted.isEmpty()) {
            stocks.lock(wanted).forEach(row -> rush.stock(row.toDomain()));
            var members = awards.stream().map(award -> award.member().value()).collect(Collectors.toSet());
            recall(awards, members, rush);
            coupons.counts(members, wanted).forEach(rush::counted);
            rush.standing(levels.raised(askedForLevel(awards)));
        }
        var answers = new ArrayList<Awarded>(awards.size());
        for (var award : awards) {
            answers.add(one(award, rush));
        }
        write(rush);
        return answers;
    }

    private Set<MemberId> askedForLevel(List<Award> awards) {
        return awards.stream()
                .filter(award -> offers.find(award.offer())
                        .filter(offer -> offer.terms().fromLevel() > 1)
                        .isPresent())
                .map(Award::member)
                .collect(Collectors.toSet());
    }

    private void recall(List<Award> awards, Set<Long> members, Rush rush) {
        var references =
                awards.stream().map(Award::reference).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!references.isEmpty()) {
            coupons.known(members, references).forEach(rush::known);
        }
    }

    private Awarded one(Award award, Rush rush) {
        var offer = offers.find(award.offer()).orElse(null);
        if (offer == null) {
            return new Awarded.Refused(OfferRefusal.unknown());
        }
        var before = rush.before(award);
        if (before != null) {
            return before.offerId() == offer.id()
                    ? new Awarded.Given(
                            before.toDomain(offer, rush.now()), codes.open(before.id(), before.code()), false)
                    : new Awarded.Refused(CouponRefusal.referenceConflict());
        }
        var refused = rush.against(award, offer);
        if (refused != null) {
            return new Awarded.Refused(refused);
        }
        var id = ids.next();
        var code = codes.make(id);
        var row = rush.take(award, offer, id, code);
        return new Awarded.Given(row.toDomain(offer, rush.now()), code.clear(), true);
    }

    private void write(Rush rush) {
        if (rush.fresh().isEmpty()) {
            return;
        }
        rush.taken().forEach((offer, many) -> {
            if (stocks.take(offer, many) == 0) {
                throw new IllegalStateException("stock of offer " + offer + " changed while it was held");
            }
        });
        ledger.post(rush.fresh().stream()
                .filter(fresh -> fresh.row().way().equals(Way.POINTS.name()))
                .map(fresh -> price(fresh.row()))
                .toList());
        pen.insert(rush.fresh());
        facts.publishEvent(new MembersChanged(rush.fresh().stream()
                .map(fresh -> new MemberId(fresh.row().memberId()))
                .collect(Collectors.toSet())));
    }

    private Movement price(CouponRow row) {
        var offer = requireNonNull(offers.find(row.offerId()).orElse(null));
        return Movement.spend(
                        new MemberId(row.memberId()),
                        Asset.POINTS,
                        offer.giving().pricePoints(),
                        Reason.COUPON,
                        new Reference("coupon:" + row.id()))
                .noting("兑换「" + offer.title() + "」");
    }
}
