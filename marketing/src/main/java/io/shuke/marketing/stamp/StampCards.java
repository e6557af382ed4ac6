package io.shuke.marketing.stamp;

import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.stamp.StampCardMapper.StepRow;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stamp cards the shop gives out. */
@Service
public class StampCards {

    /** Every bill asks for the cards; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Known(List<StampCard> cards, Instant until) {}

    private final StampCardMapper mapper;
    private final Offers offers;
    private final Ids ids;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    StampCards(StampCardMapper mapper, Offers offers, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.offers = offers;
        this.ids = ids;
        this.clock = clock;
    }

    /** All there ever were, the oldest first. */
    public List<StampCard> all() {
        var steps = mapper.steps().stream().collect(Collectors.groupingBy(StepRow::cardId));
        return mapper.cards().stream()
                .map(row -> row.toDomain(steps.getOrDefault(row.id(), List.of()).stream()
                        .map(step -> new StampReward(step.stamps(), step.text(), step.offerId()))
                        .toList()))
                .toList();
    }

    /** The same, at most a few seconds old. */
    List<StampCard> lately() {
        var now = clock.instant();
        var remembered = known.get(MerchantScope.current());
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.cards();
        }
        var cards = all();
        known.put(MerchantScope.current(), new Known(cards, now.plus(REMEMBERED)));
        return cards;
    }

    boolean anyOffered() {
        return lately().stream().anyMatch(StampCard::offered);
    }

    /** @throws io.shuke.marketing.coupon.OfferRefusal when a reward promises a coupon that the shop does not have */
    @Transactional
    public StampCard add(StampTerms terms) {
        var card = new StampCard(new StampCardId(ids.next()), 1, terms, true);
        mapper.insert(StampCardRow.of(card));
        writeSteps(card);
        known.remove(MerchantScope.current());
        return card;
    }

    /**
     * Changes a card, or stops giving stamps on it. Stamps and rewards that were earned stay as they are.
     *
     * @param version of the card that was looked at
     * @throws StampRefusal {@code stamp.changed-meanwhile} when somebody else has changed it since
     */
    @Transactional
    public StampCard change(StampCardId id, int version, StampTerms terms, boolean offered) {
        var row = mapper.lock(id.value());
        if (row == null) {
            throw StampRefusal.unknownCard();
        }
        if (row.version() != version) {
            throw StampRefusal.changedMeanwhile();
        }
        var changed = new StampCard(id, version + 1, terms, offered);
        mapper.update(StampCardRow.of(changed));
        mapper.dropSteps(id.value());
        writeSteps(changed);
        known.remove(MerchantScope.current());
        return changed;
    }

    private void writeSteps(StampCard card) {
        for (var reward : card.terms().rewards()) {
            var offer = reward.offer();
            mapper.insertStep(new StepRow(
                    card.id().value(),
                    reward.stamps(),
                    reward.text(),
                    offer == null ? null : offers.offer(offer).id()));
        }
    }
}
