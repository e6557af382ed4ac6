package io.shuke.console.help;

import io.shuke.console.staff.Staff;
import io.shuke.marketing.checkin.RewardPlans;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.till.TillKeys;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which steps of the way into business are behind the shop. */
@Service
class Guide {

    private static final int OFFERS = 100;

    private final GuideMapper mapper;
    private final Merchants merchants;
    private final Channels channels;
    private final RewardPlans plans;
    private final Offers offers;
    private final Members members;
    private final Staff staff;
    private final TillKeys keys;
    private final Clock clock;

    Guide(
            GuideMapper mapper,
            Merchants merchants,
            Channels channels,
            RewardPlans plans,
            Offers offers,
            Members members,
            Staff staff,
            TillKeys keys,
            Clock clock) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.channels = channels;
        this.plans = plans;
        this.offers = offers;
        this.members = members;
        this.staff = staff;
        this.keys = keys;
        this.clock = clock;
    }

    Set<GuideStep> done() {
        var done = EnumSet.noneOf(GuideStep.class);
        mapper.marks().forEach(step -> done.add(GuideStep.valueOf(step)));
        for (var step : GuideStep.values()) {
            if (isThere(step)) {
                done.add(step);
            }
        }
        return done;
    }

    private boolean isThere(GuideStep step) {
        return switch (step) {
            case STORE -> !merchants.stores().isEmpty();
            case WECHAT -> isConnected();
            case CHECK_IN -> plans.newest().number() > 0;
            case NEWCOMER -> welcomes();
            // The poster hangs when it brings somebody.
            case POSTER, MEMBER -> members.count() > 0;
            case STAFF -> staff.all().size() > 1 || !keys.all().isEmpty();
        };
    }

    private boolean isConnected() {
        var own = merchants.current().id();
        return channels.all().stream().anyMatch(channel -> channel.merchant().equals(own));
    }

    private boolean welcomes() {
        return offers.page(null, OFFERS).items().stream()
                .filter(view -> !view.stock().paused())
                .anyMatch(view -> view.offer().giving().ways().contains(Way.NEWCOMER));
    }

    @Transactional
    void mark(GuideStep step, String actor) {
        mapper.mark(step.name(), actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
