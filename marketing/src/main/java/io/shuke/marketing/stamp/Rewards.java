package io.shuke.marketing.stamp;

import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stamps have brought, from the stamp that earned it to the counter that hands it over. */
@Service
public class Rewards {

    private final StampMapper mapper;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Rewards(StampMapper mapper, Merchants merchants, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /** The stamps of a card, whose account is locked, have gone from one count to another. */
    void follow(StampCard card, MemberId member, long before, long after) {
        card.terms().reachedBetween(before, after).forEach(reached -> earn(card, member, reached));
        card.terms().reachedBetween(after, before).forEach(reached -> withdraw(card, member, reached));
    }

    /** A reward of this round that was handed over is not earned again, however often stamps come and go. */
    private void earn(StampCard card, MemberId member, StampTerms.Reached reached) {
        var known = mapper.reached(
                card.id().value(),
                member.value(),
                reached.round(),
                reached.reward().stamps());
        if (known == null) {
            mapper.insertReward(new StampRewardRow(
                    ids.next(),
                    card.id().value(),
                    member.value(),
                    reached.round(),
                    reached.reward().stamps(),
                    reached.reward().text(),
                    null,
                    EarnedReward.State.READY.name(),
                    clock.instant(),
                    null));
        } else {
            mapper.restore(known.id());
        }
    }

    private void withdraw(StampCard card, MemberId member, StampTerms.Reached reached) {
        var known = mapper.reached(
                card.id().value(),
                member.value(),
                reached.round(),
                reached.reward().stamps());
        if (known != null) {
            mapper.settle(known.id(), EarnedReward.State.WITHDRAWN.name(), clock.instant(), "system");
        }
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
