package io.shuke.marketing.stamp;

import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Awarded;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stamps have brought, from the stamp that earned it to the counter that hands it over. */
@Service
public class Rewards {

    private final StampMapper mapper;
    private final Coupons coupons;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Rewards(
            StampMapper mapper,
            Coupons coupons,
            Merchants merchants,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.mapper = mapper;
        this.coupons = coupons;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
    }

    /** The stamps of a card, whose account is locked, have gone from one count to another. */
    void follow(StampCard card, MemberId member, long before, long after) {
        card.terms().reachedBetween(before, after).forEach(reached -> earn(card, member, reached));
        card.terms().reachedBetween(after, before).forEach(reached -> withdraw(card, member, reached));
    }

    /** A reward of this round that was handed over is not earned again, however often stamps come and go. */
    private void earn(StampCard card, MemberId member, StampTerms.Reached reached) {
        var known = known(card, member, reached);
        var reward = reached.reward();
        if (known == null) {
            var id = ids.next();
            mapper.insertReward(new StampRewardRow(
                    id,
                    card.id().value(),
                    member.value(),
                    reached.round(),
                    reward.stamps(),
                    reward.text(),
                    null,
                    EarnedReward.State.READY.name(),
                    clock.instant(),
                    null));
            give(id, member, reward, "stamp:" + id);
            facts.publishEvent(new StampRewardEarned(id, member, card.terms().title(), reward.text()));
        } else if (known.state().equals(EarnedReward.State.WITHDRAWN.name())) {
            mapper.restore(known.id());
            give(known.id(), member, reward, "stamp:" + known.id() + "/" + known.couponId());
        }
    }

    /** What is sold out or paused waits at the counter like any other reward: the stamps were earned, and staff can say so. */
    private void give(long id, MemberId member, StampReward reward, String reference) {
        var offer = reward.offer();
        if (offer == null) {
            return;
        }
        var award = Award.automatic(offer, member, Way.STAMP, reference);
        if (coupons.give(List.of(award)).get(0) instanceof Awarded.Given given) {
            mapper.give(id, given.coupon().id(), clock.instant());
        }
    }

    /** A coupon that was used already is like a reward that was handed over: the next stamps work it off. */
    private void withdraw(StampCard card, MemberId member, StampTerms.Reached reached) {
        var known = known(card, member, reached);
        if (known == null) {
            return;
        }
        var coupon = known.couponId();
        if (coupon != null && known.state().equals(EarnedReward.State.COLLECTED.name())) {
            if (coupons.withdraw(coupon, "system", "集章的消费已退款")) {
                mapper.withdraw(known.id(), coupon, clock.instant());
            }
        } else {
            mapper.settle(known.id(), EarnedReward.State.WITHDRAWN.name(), clock.instant(), "system");
        }
    }

    private @Nullable StampRewardRow known(StampCard card, MemberId member, StampTerms.Reached reached) {
        return mapper.reached(
                card.id().value(),
                member.value(),
                reached.round(),
                reached.reward().stamps());
    }

    /** What waits for the member at the counter. */
    public List<EarnedReward> ready(MemberId member) {
        return mapper.ready(member.value()).stream()
                .map(StampRewardRow::toDomain)
                .toList();
    }

    /**
     * Hands a reward over.
     *
     * @param staff who did it, as {@code staff:…}
     * @throws StampRefusal when there is no such reward, or it has gone already
     */
    @Transactional
    public EarnedReward collect(long reward, String staff) {
        var row = mapper.lockReward(reward);
        if (row == null) {
            throw StampRefusal.unknownReward();
        }
        var found = row.toDomain();
        switch (found.state()) {
            case READY -> mapper.settle(reward, EarnedReward.State.COLLECTED.name(), clock.instant(), staff);
            case COLLECTED -> throw StampRefusal.alreadyCollected(when(row));
            case WITHDRAWN -> throw StampRefusal.withdrawn();
        }
        return new EarnedReward(
                found.id(),
                found.card(),
                found.member(),
                found.text(),
                found.coupon(),
                EarnedReward.State.COLLECTED,
                found.at());
    }

    private String when(StampRewardRow row) {
        var at = row.settledAt() == null ? row.earnedAt() : row.settledAt();
        return at.atZone(merchants.current().zone()).toLocalDate().toString();
    }
}
