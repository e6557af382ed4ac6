package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coupons at the till: looked at, held, redeemed, reversed. Joins the till's transaction; coupons are taken in ascending
 * order, after points' accounts.
 *
 * <p>When goods come back: a returned piece takes its share of the discount back with it, so that the customer gets what he
 * paid for it. Once the whole discount of a coupon has been taken back, the coupon is in the wallet again, with its own
 * last day; until then it stays used. A coupon that took nothing off comes back only with the whole bill.
 */
@Service
public class Redemptions {

    private static final int AT_HAND = 200;

    private final CouponMapper coupons;
    private final RedemptionMapper mapper;
    private final Offers offers;
    private final Codes codes;
    private final FirstRedemption first;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Redemptions(
            CouponMapper coupons,
            RedemptionMapper mapper,
            Offers offers,
            Codes codes,
            FirstRedemption first,
            Merchants merchants,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.coupons = coupons;
        this.mapper = mapper;
        this.offers = offers;
        this.codes = codes;
        this.first = first;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
    }

    /** As the database keeps it, which rounds and must not round up. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What the member could use now, what ends sooner first; coupons held by another till say so. */
    public List<Coupon> atHand(MemberId member) {
        var now = now();
        return coupons.usable(member.value(), now, AT_HAND).stream()
                .map(row -> row.toDomain(offers.offer(row.offerId()), now))
                .toList();
    }

    /**
     * The coupon with this code, whosever it is.
     *
     * @throws CouponRefusal {@code coupon.unknown}; whoever asks counts the misses
     */
    public Coupon byCode(String code) {
        var row = coupons.byCode(codes.hashOf(code));
        if (row == null) {
            throw CouponRefusal.unknown();
        }
        return row.toDomain(offers.offer(row.offerId()), now());
    }

    /** The member's coupons with these ids, for a reckoning; {@code coupon.unknown} when one is not his. */
    public List<Coupon> chosen(MemberId member, Collection<Long> ids) {
        var wanted = new TreeSet<>(ids);
        return found(member, wanted.size(), wanted.isEmpty() ? List.of() : coupons.some(wanted));
    }

    /** The member's coupons with these codes, with one question; {@code coupon.unknown} when one is not his. */
    public List<Coupon> chosenByCode(MemberId member, Collection<String> typed) {
        var hashes = typed.stream().map(codes::hashOf).toList();
        return found(member, hashes.size(), hashes.isEmpty() ? List.of() : coupons.byCodes(hashes));
    }

    private List<Coupon> found(MemberId member, int wanted, List<CouponRow> rows) {
        var now = now();
        if (rows.size() < wanted || rows.stream().anyMatch(row -> row.memberId() != member.value())) {
            throw CouponRefusal.unknown();
        }
        return rows.stream()
                .map(row -> row.toDomain(offers.offer(row.offerId()), now))
                .toList();
    }

    /** Keeps coupons for one till for a while: another one is refused until then. Nobody has to lift it. */
    @Transactional
    public Instant hold(MemberId member, Collection<Long> ids, String till, Duration time) {
        var now = now();
        var until = now.plus(time);
        if (!ids.isEmpty() && coupons.hold(ids, member.value(), till, now, until) < ids.size()) {
            throw why(member, ids, till, now);
        }
        return until;
    }

    /** The customer went away. */
    @Transactional
    public void release(Collection<Long> ids, String till) {
        if (!ids.isEmpty()) {
            coupons.release(ids, till);
        }
    }

    /**
     * Uses the coupons, all or none. The same bill again changes nothing.
     *
     * @throws CouponRefusal why one cannot be used; {@code coupon.redeemed} names the first redemption
     */
    @Transactional
    public void redeem(Redeeming redeeming) {
        var wanted = redeeming.discounts();
        if (wanted.isEmpty()) {
            return;
        }
        var now = now();
        var member = redeeming.member();
        if (coupons.redeem(wanted.keySet(), member.value(), redeeming.till(), now) < wanted.size()) {
            if (isRepeated(redeeming)) {
                return;
            }
            throw why(member, wanted.keySet(), redeeming.till(), now);
        }
        mapper.insert(wanted.entrySet().stream()
                .map(one -> new RedemptionMapper.RedemptionRow(
                        ids.next(),
                        one.getKey(),
                        redeeming.bill(),
                        redeeming.store(),
                        redeeming.till(),
                        one.getValue(),
                        0,
                        now))
                .toList());
        facts.publishEvent(new MembersChanged(Set.of(member)));
    }

    private boolean isRepeated(Redeeming redeeming) {
        var before = new TreeMap<Long, Long>();
        mapper.ofBill(redeeming.bill()).forEach(row -> before.put(row.couponId(), row.discountFen()));
        return before.equals(redeeming.discounts());
    }

    private CouponRefusal why(MemberId member, Collection<Long> wanted, String till, Instant now) {
        var zone = merchants.current().zone();
        var rows = coupons.lock(wanted);
        for (var row : rows) {
            if (row.memberId() != member.value()) {
                return CouponRefusal.notYours();
            }
            var redeemed = first.of(row.id(), zone);
            if (redeemed.isPresent()) {
                return redeemed.get();
            }
            if (row.state().equals(CouponRow.TAKEN_BACK)) {
                return CouponRefusal.takenBack();
            }
            if (now.isBefore(row.validFrom())) {
                return CouponRefusal.notYet(Coupon.moment(row.validFrom(), zone));
            }
            if (!now.isBefore(row.validUntil())) {
                return CouponRefusal.expired(Coupon.moment(row.validUntil(), zone));
            }
            if (row.isHeldAt(now) && !till.equals(row.heldBy())) {
                return CouponRefusal.held(Coupon.moment(requireNonNull(row.heldUntil()), zone));
            }
        }
        return CouponRefusal.unknown();
    }

    /** The whole bill is reversed: its coupons are in the wallet again. A second time it does nothing. */
    @Transactional
    public void reverse(MemberId member, String bill) {
        comeBack(member, lockedOf(bill));
    }

    /**
     * A part of the bill comes back.
     *
     * @param refund its reference: the same one takes back once
     * @param shares what of each coupon's discount goes back, in 分, by its id
     */
    @Transactional
    public void giveBack(MemberId member, String bill, String refund, Map<Long, Long> shares) {
        var rows = lockedOf(bill);
        for (var share : new TreeMap<>(shares).entrySet()) {
            var row = rows.stream()
                    .filter(one -> one.couponId() == share.getKey())
                    .findFirst()
                    .orElse(null);
            if (row != null) {
                giveBack(member, row, refund, share.getValue());
            } else if (!share.getValue().equals(mapper.returnedOnce(bill, share.getKey(), refund))) {
                throw CouponRefusal.notRedeemed();
            }
        }
    }

    private void giveBack(MemberId member, RedemptionMapper.RedemptionRow row, String refund, long fen) {
        var before = mapper.returned(row.id(), refund);
        if (before != null) {
            if (before != fen) {
                throw CouponRefusal.referenceConflict();
            }
            return;
        }
        if (fen < 0 || mapper.giveBack(row.id(), fen) == 0) {
            throw CouponRefusal.moreThanDiscount(Words.yuan(row.discountFen() - row.returnedFen()));
        }
        mapper.insertReturn(row.id(), refund, fen, now());
        if (fen > 0 && row.returnedFen() + fen == row.discountFen()) {
            comeBack(member, List.of(row));
        }
    }

    private List<RedemptionMapper.RedemptionRow> lockedOf(String bill) {
        var seen = mapper.ofBill(bill);
        if (seen.isEmpty()) {
            return seen;
        }
        coupons.lock(seen.stream().map(RedemptionMapper.RedemptionRow::couponId).toList());
        return mapper.ofBill(bill);
    }

    private void comeBack(MemberId member, List<RedemptionMapper.RedemptionRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var back = rows.stream().map(RedemptionMapper.RedemptionRow::couponId).toList();
        coupons.comeBack(back);
        mapper.reverse(rows.stream().map(RedemptionMapper.RedemptionRow::id).toList(), now());
        facts.publishEvent(new MembersChanged(Set.of(member)));
    }
}
