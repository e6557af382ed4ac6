package io.shuke.marketing.till;

import io.shuke.marketing.coupon.Redemptions;
import io.shuke.member.card.Cards;
import io.shuke.member.ground.Ids;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import io.shuke.member.note.Notes;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.tag.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a till has before it. A scan ties the member to this till for a while, and only while that lasts it may settle. */
@Service
public class Scans {

    static final Duration TIED = Duration.ofMinutes(10);
    /** More bills than this from one scan, and somebody is collecting for somebody else. */
    static final int BILLS_A_SCAN = 5;

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 60;

    private final Cards cards;
    private final Members members;
    private final Ledger ledger;
    private final Redemptions coupons;
    private final Purchases purchases;
    private final Tags tags;
    private final Notes notes;
    private final Prices prices;
    private final SightingMapper sightings;
    private final TillHours hours;
    private final Ids ids;
    private final Clock clock;

    Scans(
            Cards cards,
            Members members,
            Ledger ledger,
            Redemptions coupons,
            Purchases purchases,
            Tags tags,
            Notes notes,
            Prices prices,
            SightingMapper sightings,
            TillHours hours,
            Ids ids,
            Clock clock) {
        this.cards = cards;
        this.members = members;
        this.ledger = ledger;
        this.coupons = coupons;
        this.purchases = purchases;
        this.tags = tags;
        this.notes = notes;
        this.prices = prices;
        this.sightings = sightings;
        this.hours = hours;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.shuke.member.card.CardRefusal when the code is none of this shop's, too old, or was used before */
    @Transactional
    public Scanned code(TillKey key, String code) {
        hours.refuseClosed(key);
        var member = members.find(cards.accept(code)).orElseThrow(TillRefusal::unknownMember);
        return seen(key, member, true);
    }

    /**
     * Somebody without his phone at hand. Who looked, whom he found and why is written down, and a look that found nobody
     * counts as well.
     *
     * @param most so often in an hour
     */
    @Transactional(noRollbackFor = TillRefusal.class)
    public Scanned phone(TillKey key, Phone phone, String reason, int most) {
        hours.refuseClosed(key);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw TillRefusal.reasonNeeded();
        }
        countLookUp(key, most);
        var member = members.find(phone.number()).orElseThrow(TillRefusal::unknownMember);
        sightings.lookedUp(ids.next(), key.id().value(), member.id().value(), why, clock.instant());
        return seen(key, member, false);
    }

    private void countLookUp(TillKey key, int most) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        sightings.openHour(key.id().value(), hour);
        if (sightings.countInHour(key.id().value(), hour, most) == 0) {
            throw TillRefusal.tooManyLookUps(most);
        }
    }

    private Scanned seen(TillKey key, Member member, boolean live) {
        var now = clock.instant();
        sightings.see(key.id().value(), member.id().value(), live, now.plus(TIED), now);
        var holdings = ledger.balances(member.id());
        var level = prices.level(member.id());
        return new Scanned(
                member,
                live,
                now.plus(TIED),
                level,
                prices.guest(member.id(), level, now).price(),
                new Scanned.Holdings(
                        holdings.getOrDefault(Asset.POINTS, 0L),
                        holdings.getOrDefault(Asset.PRINCIPAL, 0L),
                        holdings.getOrDefault(Asset.GIFT, 0L)),
                coupons.atHand(member.id()),
                Stream.concat(tags.words(member.id()).stream(), notes.words(member.id()).stream())
                        .toList(),
                purchases.habit(member.id()).stream().toList());
    }

    /** Whether the member showed himself at this till a little while ago. */
    public boolean remembers(TillKeyId key, MemberId member) {
        var sighting = sightings.of(key.value(), member.value());
        return sighting != null && clock.instant().isBefore(sighting.until());
    }

    /** How the till knows the member at this moment. */
    enum Tie {
        NONE,
        LOOKED_UP,
        LIVE
    }

    Tie tie(TillKey key, MemberId member, Instant now) {
        var row = sightings.of(key.id().value(), member.value());
        if (row == null || !now.isBefore(row.until())) {
            return Tie.NONE;
        }
        return row.live() && row.bills() < BILLS_A_SCAN ? Tie.LIVE : Tie.LOOKED_UP;
    }

    void served(TillKey key, MemberId member) {
        sightings.served(key.id().value(), member.value());
    }
}
