package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coupons on their way into wallets, in them, and taken out again by the staff. For bills see {@link Redemptions}. */
@Service
public class Coupons {

    private static final int LARGEST_PAGE = 100;
    private static final int REASON = 60;

    private final Issue issue;
    private final Offers offers;
    private final OfferMapper stocks;
    private final CouponMapper mapper;
    private final Codes codes;
    private final Merchants merchants;
    private final FirstRedemption first;
    private final Clock clock;
    private final ApplicationEventPublisher facts;
    /** Offers that were sold out when last seen. It only says which question to ask: the answer is always the database's. */
    private final Set<Long> soldOut = ConcurrentHashMap.newKeySet();

    Coupons(
            Issue issue,
            Offers offers,
            OfferMapper stocks,
            CouponMapper mapper,
            Codes codes,
            Merchants merchants,
            FirstRedemption first,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.issue = issue;
        this.offers = offers;
        this.stocks = stocks;
        this.mapper = mapper;
        this.codes = codes;
        this.merchants = merchants;
        this.first = first;
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Members' own claims, one or hundreds; for a {@code Lane}. While an offer is sold out, all who wait share one look at
     * its stock, without a transaction and without locking anybody; stock that comes back is seen at once.
     *
     * @return in the order of the claims
     */
    public List<Awarded> claim(List<Award> asked) {
        var claims = asked.stream().map(this::priced).toList();
        var gone = stillSoldOut(claims);
        if (gone.isEmpty()) {
            return seen(issue.give(claims), claims);
        }
        var hopeful = claims.stream()
                .filter(claim -> !gone.contains(claim.offer()) || claim.reference() != null)
                .toList();
        var repeated = repeated(hopeful, gone);
        var open = hopeful.stream()
                .filter(claim -> !gone.contains(claim.offer()) || repeated.contains(claim.reference()))
                .toList();
        var given = open.isEmpty()
                ? List.<Awarded>of().iterator()
                : seen(issue.give(open), open).iterator();
        var answers = new ArrayList<Awarded>(claims.size());
        for (var claim : claims) {
            answers.add(
                    !gone.contains(claim.offer()) || claim.reference() != null && repeated.contains(claim.reference())
                            ? given.next()
                            : new Awarded.Refused(CouponRefusal.soldOut()));
        }
        return answers;
    }

    /** What costs points is bought, whatever door it was asked for at. */
    private Award priced(Award claim) {
        var bought = claim.way() == Way.CLAIM
                && offers.find(claim.offer())
                        .filter(offer -> offer.giving().ways().contains(Way.POINTS))
                        .isPresent();
        return bought ? new Award(claim.offer(), claim.member(), Way.POINTS, claim.reference(), claim.actor()) : claim;
    }

    private Set<Long> stillSoldOut(List<Award> claims) {
        var remembered =
                claims.stream().map(Award::offer).filter(soldOut::contains).collect(Collectors.toSet());
        if (remembered.isEmpty()) {
            return Set.of();
        }
        var still = stocks.stocks(remembered).stream()
                .map(OfferMapper.StockRow::toDomain)
                .filter(Stock::isSoldOut)
                .map(Stock::offer)
                .collect(Collectors.toSet());
        remembered.stream().filter(offer -> !still.contains(offer)).forEach(soldOut::remove);
        return still;
    }

    /** Who asks a second time for what he got must get it, sold out or not. */
    private Set<String> repeated(List<Award> hopeful, Set<Long> gone) {
        var asked = hopeful.stream()
                .filter(claim -> gone.contains(claim.offer()) && claim.reference() != null)
                .toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        return mapper
                .known(
                        asked.stream().map(claim -> claim.member().value()).collect(Collectors.toSet()),
                        asked.stream().map(Award::reference).collect(Collectors.toSet()))
                .stream()
                .map(CouponRow::reference)
                .collect(Collectors.toSet());
    }

    private List<Awarded> seen(List<Awarded> answers, List<Award> claims) {
        for (int n = 0; n < claims.size(); n++) {
            if (answers.get(n) instanceof Awarded.Refused refused
                    && refused.why().code().equals("coupon.sold-out")) {
                soldOut.add(claims.get(n).offer());
            }
        }
        return answers;
    }

    /** Gives coupons for what members have done or are to be thanked for; joins the caller's transaction. */
    public List<Awarded> give(List<Award> awards) {
        return issue.give(awards);
    }

    /** @throws io.shuke.member.ground.Refusal when it cannot be given; the caller's transaction is then lost */
    public Awarded.Given give(Award award) {
        return issue.give(List.of(award)).get(0).orThrow();
    }

    /** @throws CouponRefusal {@code coupon.word-unknown}, or why there is none to be had */
    public Awarded.Given claimByWord(MemberId member, String word, @Nullable String key) {
        var offer = offers.byWord(word.strip()).orElseThrow(CouponRefusal::wordUnknown);
        return give(Award.claim(offer.id(), member, Way.WORD, key));
    }

    /** A coupon in the wallet with the code that only its owner sees. */
    public record InWallet(Coupon coupon, String code) {

        @Override
        public String toString() {
            return "InWallet[" + coupon.id() + "]";
        }
    }

    /** Everything a member ever had, the newest first. */
    public Slice<InWallet> wallet(MemberId member, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var page = Slice.of(mapper.page(member.value(), before(cursor), limit + 1), limit, CouponRow::id);
        return new Slice<>(
                page.items().stream()
                        .map(row -> new InWallet(shown(row), codes.open(row.id(), row.code())))
                        .toList(),
                page.next());
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw OfferRefusal.badCursor();
        }
    }

    /** Whose code it is, for the staff. @throws CouponRefusal {@code coupon.unknown} */
    public Coupon byCode(String typed) {
        return mapper.byCodes(List.of(codes.hashOf(typed))).stream()
                .findFirst()
                .map(this::shown)
                .orElseThrow(CouponRefusal::unknown);
    }

    private Coupon shown(CouponRow row) {
        return row.toDomain(offers.offer(row.offerId()), clock.instant());
    }

    /** How many a member has that are neither used nor over. */
    public int inWallet(MemberId member) {
        return mapper.inWallet(member.value(), clock.instant());
    }

    /** Unused coupons that end in this time, by id; what messages are made of. */
    public List<Coupon> expiring(Instant from, Instant until, long after, int limit) {
        return mapper.expiring(from, until, after, limit).stream()
                .map(this::shown)
                .toList();
    }

    /** How many unused ones of a member end after that moment and not after this one, and are still good. */
    public int ending(MemberId member, Instant after, Instant until) {
        var now = clock.instant();
        return mapper.ending(member.value(), after.isBefore(now) ? now : after, until);
    }

    /** How many were given for the same thing, and how many of those were used. */
    public record Response(long given, long used) {}

    /** @param reference what they were given for */
    public Response response(long offer, String reference) {
        return mapper.response(offer, reference);
    }

    /** An unused coupon is taken back by the staff; its stock is not given out again. */
    @Transactional
    public Coupon takeBack(long coupon, String actor, String reason) {
        if (!Words.fits(reason, REASON)) {
            throw CouponRefusal.badReason();
        }
        if (!withdraw(coupon, actor, reason)) {
            if (mapper.one(coupon) == null) {
                throw CouponRefusal.unknown();
            }
            throw first.of(coupon, merchants.current().zone()).orElseGet(CouponRefusal::takenBack);
        }
        return shown(requireNonNull(mapper.one(coupon)));
    }

    /**
     * Takes back what was given for something that is no longer earned; joins the caller's transaction.
     *
     * @return false when it cannot be had back, because it was used or is gone already
     */
    public boolean withdraw(long coupon, String actor, String reason) {
        if (mapper.takeBack(coupon, actor, reason, clock.instant()) == 0) {
            return false;
        }
        var owner = requireNonNull(mapper.one(coupon)).memberId();
        facts.publishEvent(new MembersChanged(Set.of(new MemberId(owner))));
        return true;
    }
}
