package io.shuke.marketing.referral;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberJoined;
import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whom a new member came by, written with his joining. Whoever WeChat or his phone shows to be a member already does not
 * join again, so a second openid or a follow after an unfollow never comes here; who left for good and returns is known by
 * a mark.
 */
@Component
class Attributing {

    private static final Duration BURST = Duration.ofHours(24);
    private static final int MARKED_DAYS = 365;

    private final ReferralMapper mapper;
    private final ReferralPlans plans;
    private final InviteCodes codes;
    private final Members members;
    private final Merchants merchants;
    private final BlindIndex blind;
    private final Ids ids;
    private final Clock clock;

    Attributing(
            ReferralMapper mapper,
            ReferralPlans plans,
            InviteCodes codes,
            Members members,
            Merchants merchants,
            BlindIndex blind,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.plans = plans;
        this.codes = codes;
        this.members = members;
        this.merchants = merchants;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(MemberJoined joined) {
        var newest = plans.lately();
        if (newest.plan().inForce()) {
            InviteCode.read(joined.inviteCode(), joined.scene())
                    .flatMap(codes::owner)
                    .filter(inviter -> !inviter.equals(joined.member()))
                    .ifPresent(inviter -> write(inviter, joined.member(), newest));
        }
    }

    private void write(MemberId inviter, MemberId friend, ReferralPlans.Version version) {
        var marks = marks(friend);
        var wasMember = !marks.isEmpty() && mapper.marked(marks) > 0;
        var now = clock.instant();
        var many = mapper.broughtSince(inviter.value(), now.minus(BURST));
        mapper.insert(new ReferralRow(
                ids.next(),
                inviter.value(),
                friend.value(),
                version.number(),
                wasMember ? Referral.State.REFUSED : Referral.State.JOINED,
                wasMember ? Referral.Why.WAS_MEMBER : null,
                !wasMember && many >= version.plan().reviewFrom(),
                now,
                null));
    }

    @EventListener
    void on(MemberLeaving leaving) {
        if (plans.everHadOne()) {
            var until = LocalDate.ofInstant(clock.instant(), merchants.current().zone())
                    .plusDays(MARKED_DAYS);
            marks(leaving.member()).forEach(mark -> mapper.mark(mark, until));
        }
    }

    private List<byte[]> marks(MemberId member) {
        var merchant = MerchantScope.current();
        return members.identities(member).stream()
                .map(identity -> blind.of(merchant, "referral:" + identity.provider(), identity.subject()))
                .toList();
    }
}
