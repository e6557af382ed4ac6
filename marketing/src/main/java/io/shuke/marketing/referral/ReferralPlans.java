package io.shuke.marketing.referral;

import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.referral.ReferralPlanMapper.PlanRow;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's referral plan, every version kept. */
@Service
public class ReferralPlans {

    /** Every bill asks whether there is a plan; a first one reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int SHOWN = 20;

    /** @param number 0 while there is none */
    public record Version(int number, ReferralPlan plan) {}

    /** @param by such as {@code staff:7} */
    public record Change(Version version, String by, Instant since) {}

    private record Known(Version newest, Instant until) {}

    private final ReferralPlanMapper mapper;
    private final Offers offers;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    ReferralPlans(ReferralPlanMapper mapper, Offers offers, Clock clock) {
        this.mapper = mapper;
        this.offers = offers;
        this.clock = clock;
    }

    /** As the database has it, for whoever is about to change it. */
    public Version newest() {
        var row = mapper.newest();
        return row == null ? new Version(0, ReferralPlan.none()) : new Version(row.version(), row.toDomain());
    }

    /** The same, at most a few seconds old. */
    public Version lately() {
        var now = clock.instant();
        var remembered = known.get(MerchantScope.current());
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.newest();
        }
        var newest = newest();
        known.put(MerchantScope.current(), new Known(newest, now.plus(REMEMBERED)));
        return newest;
    }

    /** The latest changes, newest first. */
    public List<Change> changes() {
        return mapper.changes(SHOWN).stream()
                .map(row ->
                        new Change(new Version(row.version(), version(row.version())), row.changedBy(), row.since()))
                .toList();
    }

    /** Whether there may be referrals at all: a shop that never had a plan is spared every question. */
    boolean everHadOne() {
        return lately().number() > 0;
    }

    ReferralPlan version(int number) {
        var row = mapper.one(number);
        if (row == null) {
            throw new IllegalStateException("no referral plan " + number);
        }
        return row.toDomain();
    }

    /**
     * Puts a new version into force; who joined before keeps what was promised then. Two owners who save at once: the second
     * is told so by the version's key.
     *
     * @param seen the version that was changed; refused when another is in force by now
     * @param by who did it, such as {@code staff:7}
     * @throws io.shuke.marketing.coupon.OfferRefusal when it promises a coupon that the shop does not have
     */
    @Transactional
    public Version change(ReferralPlan plan, int seen, String by) {
        if (newest().number() != seen) {
            throw ReferralRefusal.planChanged();
        }
        mustExist(plan.inviterOffer());
        mustExist(plan.friendOffer());
        mapper.insert(PlanRow.of(seen + 1, plan), by, clock.instant());
        known.remove(MerchantScope.current());
        return new Version(seen + 1, plan);
    }

    private void mustExist(@Nullable Long offer) {
        if (offer != null) {
            offers.offer(offer);
        }
    }
}
