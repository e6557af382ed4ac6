package io.shuke.marketing.mall;

import io.shuke.member.ground.Ids;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mall's shelf: which gifts there are, for how many points, and to whom they may go. */
@Service
public class Gifts {

    private final GiftMapper mapper;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Gifts(GiftMapper mapper, Merchants merchants, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /** All the shop has ever put up, the cheapest first; for the shop. */
    public List<Gift> all() {
        return mapper.gifts().stream().map(GiftRow::toDomain).toList();
    }

    /** What customers see today, sold out or not: those that are offered and have not ended. */
    public List<Gift> onOffer() {
        var today = LocalDate.now(clock.withZone(merchants.current().zone()));
        return all().stream()
                .filter(gift -> gift.offered()
                        && (gift.terms().through() == null
                                || !today.isAfter(gift.terms().through())))
                .toList();
    }

    public Gift one(GiftId id) {
        var row = mapper.gift(id.value());
        if (row == null) {
            throw GiftRefusal.unknown();
        }
        return row.toDomain();
    }

    /** Puts a gift on the shelf at once. */
    @Transactional
    public Gift add(GiftTerms terms) {
        var gift = new Gift(new GiftId(ids.next()), 1, terms, 0, true);
        mapper.insert(GiftRow.of(gift));
        return gift;
    }

    /**
     * Changes a gift, or holds it back; what has been taken already stays as it was taken.
     *
     * @param version of the gift that was looked at
     * @throws GiftRefusal {@code gift.changed-meanwhile} when somebody else has changed it since
     */
    @Transactional
    public Gift change(GiftId id, int version, GiftTerms terms, boolean offered) {
        var row = mapper.lock(id.value());
        if (row == null) {
            throw GiftRefusal.unknown();
        }
        if (row.version() != version) {
            throw GiftRefusal.changedMeanwhile();
        }
        if (terms.stock() < row.given()) {
            throw GiftRefusal.lessThanGiven(row.given());
        }
        var changed = new Gift(id, version + 1, terms, row.given(), offered);
        mapper.update(GiftRow.of(changed));
        return changed;
    }
}
