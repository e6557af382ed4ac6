package io.shuke.console.referral;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.StaffNames;
import io.shuke.marketing.referral.Referral;
import io.shuke.marketing.referral.ReferralPlans;
import io.shuke.marketing.referral.Referrals;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The referral plan, who brought whom, and the owner's word on what looks odd. */
@RestController
class ReferralDesk {

    private static final int PAGE = 20;
    private static final int FIGURE_DAYS = 90;

    /** @param friend masked, like the inviter: who they are stands on their own pages */
    record ReferralBody(
            String id,
            String inviterId,
            String inviter,
            String friendId,
            String friend,
            Referral.State state,
            String text,
            boolean review,
            OffsetDateTime joinedAt,
            @Nullable LocalDate dueOn) {}

    record ReferralsBody(List<ReferralBody> items, @Nullable String next) {}

    record ReferralFiguresBody(
            int days,
            long invited,
            long bought,
            long rewarded,
            long takenBack,
            long coupons,
            long commissionFen,
            long toReview) {

        static ReferralFiguresBody of(Referrals.Figures figures) {
            return new ReferralFiguresBody(
                    FIGURE_DAYS,
                    figures.invited(),
                    figures.bought(),
                    figures.rewarded(),
                    figures.takenBack(),
                    figures.coupons(),
                    figures.commissionFen(),
                    figures.toReview());
        }
    }

    /** @param by the name of whoever saved it; null when that was nobody */
    record ReferralPlanChangeBody(int version, @Nullable String by, OffsetDateTime at, List<String> words) {}

    record ReferralPlanChangesBody(List<ReferralPlanChangeBody> items) {}

    record DecisionBody(@Nullable Boolean accepted) {}

    private final ReferralPlans plans;
    private final Referrals referrals;
    private final StaffNames names;
    private final Merchants merchants;
    private final Jdbc jdbc;

    ReferralDesk(ReferralPlans plans, Referrals referrals, StaffNames names, Merchants merchants, Jdbc jdbc) {
        this.plans = plans;
        this.referrals = referrals;
        this.names = names;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/referrals/plan")
    Mono<ReferralPlanInWords> plan(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> ReferralPlanInWords.of(plans.newest()));
    }

    @PutMapping("/console/api/referrals/plan")
    Mono<ReferralPlanInWords> change(ConsoleUser user, @RequestBody ReferralPlanBody body) {
        var plan = body.toDomain();
        return jdbc.call(user.merchant(), () -> {
                    var seen = body.version();
                    return ReferralPlanInWords.of(
                            plans.change(plan, seen == null ? plans.newest().number() : seen, "staff:" + user.staff()));
                })
                .onErrorMap(DuplicateKeyException.class, lost -> ConsoleRefusal.changedMeanwhile());
    }

    @GetMapping("/console/api/referrals/plan/changes")
    Mono<ReferralPlanChangesBody> changes(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new ReferralPlanChangesBody(plans.changes().stream()
                        .map(change -> new ReferralPlanChangeBody(
                                change.version().number(),
                                names.of(change.by()),
                                change.since().atZone(zone()).toOffsetDateTime(),
                                ReferralWords.of(change.version().plan())))
                        .toList()));
    }

    @GetMapping("/console/api/referrals")
    Mono<ReferralsBody> page(
            ConsoleUser user,
            @RequestParam(defaultValue = "false") boolean review,
            @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> {
            var page = referrals.page(review, cursor, PAGE);
            return new ReferralsBody(page.items().stream().map(this::shown).toList(), page.next());
        });
    }

    @GetMapping("/console/api/referrals/figures")
    Mono<ReferralFiguresBody> figures(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> ReferralFiguresBody.of(referrals.figures(FIGURE_DAYS)));
    }

    @PostMapping("/console/api/referrals/{id}/decision")
    Mono<ReferralBody> decide(ConsoleUser user, @PathVariable long id, @RequestBody DecisionBody body) {
        var accepted = body.accepted();
        if (accepted == null) {
            throw new ServerWebInputException("accepted");
        }
        return jdbc.call(user.merchant(), () -> shown(referrals.decide(id, accepted, "staff:" + user.staff())));
    }

    private ReferralBody shown(Referral referral) {
        var why = referral.why();
        return new ReferralBody(
                Long.toString(referral.id()),
                referral.inviter().toString(),
                referrals.masked(referral.inviter()),
                referral.friend().toString(),
                referrals.masked(referral.friend()),
                referral.state(),
                referral.state().label() + (why == null ? "" : "：" + why.label()),
                referral.review(),
                referral.joinedAt().atZone(zone()).toOffsetDateTime(),
                referral.state() == Referral.State.BOUGHT ? referral.dueOn() : null);
    }

    private ZoneId zone() {
        return merchants.current().zone();
    }
}
