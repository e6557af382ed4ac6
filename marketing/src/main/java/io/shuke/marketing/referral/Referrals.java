package io.shuke.marketing.referral;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who brought whom, and how far it has come. */
@Service
public class Referrals {

    private static final int LARGEST_PAGE = 100;
    private static final String GONE = "已注销的会员";

    /**
     * @param invited friends who joined
     * @param bought of them, who bought enough
     * @param coupons that were given for it, to both sides, and not taken back
     * @param commissionFen that was paid out
     * @param toReview wait for the owner, whenever they joined
     */
    public record Figures(
            long invited,
            long bought,
            long rewarded,
            long takenBack,
            long coupons,
            long commissionFen,
            long toReview) {}

    private final ReferralMapper mapper;
    private final CommissionMapper commissions;
    private final InviteCodes codes;
    private final Members members;
    private final Merchants merchants;
    private final Clock clock;

    Referrals(
            ReferralMapper mapper,
            CommissionMapper commissions,
            InviteCodes codes,
            Members members,
            Merchants merchants,
            Clock clock) {
        this.mapper = mapper;
        this.commissions = commissions;
        this.codes = codes;
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** The member's own code, always the same one. */
    public InviteCode code(MemberId member) {
        return codes.of(member.value());
    }

    /** The friends he brought, newest first. */
    public Slice<Referral> of(MemberId inviter, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        return slice(mapper.ofInviter(inviter.value(), before(cursor), limit + 1), limit);
    }

    /** By whom he came himself. */
    public Optional<Referral> asFriend(MemberId friend) {
        return Optional.ofNullable(mapper.byInvitee(friend.value())).map(ReferralRow::toDomain);
    }

    /** Everybody's, newest first. @param review only those that wait for the owner */
    public Slice<Referral> page(boolean review, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        return slice(mapper.page(review, before(cursor), limit + 1), limit);
    }

    private static Slice<Referral> slice(List<ReferralRow> oneMore, int limit) {
        var page = Slice.of(oneMore, limit, ReferralRow::id);
        return new Slice<>(page.items().stream().map(ReferralRow::toDomain).toList(), page.next());
    }

    private static long before(@Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : Ids.read(cursor).orElseThrow(ReferralRefusal::badCursor);
    }

    /** Enough of a name for a friend to be recognised, too little for anybody else. */
    public String masked(MemberId member) {
        try {
            var nickname = members.member(member).nickname();
            return nickname.substring(0, nickname.offsetByCodePoints(0, 1)) + "**";
        } catch (Refusal gone) {
            return GONE;
        }
    }

    /** Of the last so many days. */
    public Figures figures(int days) {
        var now = clock.instant();
        var counts = mapper.states(now.minus(Duration.ofDays(days)));
        var since = LocalDate.ofInstant(now, merchants.current().zone()).minusDays(days);
        return new Figures(
                sum(counts, Set.of(Referral.State.values())),
                sum(counts, Set.of(Referral.State.BOUGHT, Referral.State.REWARDED, Referral.State.TAKEN_BACK)),
                sum(counts, Set.of(Referral.State.REWARDED)),
                sum(counts, Set.of(Referral.State.TAKEN_BACK)),
                mapper.coupons(since),
                commissions.paidSince(since),
                mapper.toReview());
    }

    private static long sum(List<ReferralMapper.Count> counts, Set<Referral.State> states) {
        return counts.stream()
                .filter(count -> states.contains(count.state()))
                .mapToLong(ReferralMapper.Count::many)
                .sum();
    }

    /** The owner's word on one that looked odd. @param by such as {@code staff:7} */
    @Transactional
    public Referral decide(long id, boolean accepted, String by) {
        var row = mapper.lock(id);
        if (row == null) {
            throw ReferralRefusal.unknown();
        }
        if (!row.waits()) {
            throw ReferralRefusal.decided();
        }
        mapper.reviewed(id, by);
        if (!accepted) {
            mapper.end(id, Referral.State.REFUSED, Referral.Why.OWNER);
        }
        return requireNonNull(mapper.lock(id)).toDomain();
    }
}
