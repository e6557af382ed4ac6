package io.shuke.marketing.referral;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * With which phone and pay account a member was seen. WeChat shows one person's openids to be one; who has two WeChat
 * accounts on one phone, or pays for his friend himself, is only known by this. Kept as keyed hashes, compared when a reward
 * is due, and only in shops that have a referral plan.
 */
@Service
public class Traces {

    /** What was seen. */
    public enum Kind {
        DEVICE,
        PAYER
    }

    private static final int DAYS_KEPT = 365;
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final TraceMapper mapper;
    private final ReferralPlans plans;
    private final Merchants merchants;
    private final BlindIndex blind;
    private final Clock clock;

    Traces(TraceMapper mapper, ReferralPlans plans, Merchants merchants, BlindIndex blind, Clock clock) {
        this.mapper = mapper;
        this.plans = plans;
        this.merchants = merchants;
        this.blind = blind;
        this.clock = clock;
    }

    /** @param value as the phone or the till says it; what can be none is passed over, for nobody is turned away for it */
    @Transactional
    public void seen(MemberId member, Kind kind, @Nullable String value) {
        if (value != null && FORM.matcher(value).matches() && plans.everHadOne()) {
            var mark = blind.of(MerchantScope.current(), "referral." + kind, value);
            mapper.seen(member.value(), mark, kind, today());
        }
    }

    /** Why the friend looks like the inviter, or like somebody whom he brought before; null when he does not. */
    Referral.@Nullable Why same(ReferralRow referral) {
        var kind = mapper.shared(referral.inviteeId(), referral.inviterId(), referral.id());
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case DEVICE -> Referral.Why.DEVICE;
            case PAYER -> Referral.Why.PAYER;
        };
    }

    void forget(LocalDate today) {
        mapper.forget(today.minusDays(DAYS_KEPT));
    }

    @EventListener
    void on(MemberLeaving leaving) {
        mapper.forgetMember(leaving.member().value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), merchants.current().zone());
    }
}
