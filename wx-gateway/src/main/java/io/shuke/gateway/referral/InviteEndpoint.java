package io.shuke.gateway.referral;

import io.shuke.gateway.door.Customer;
import io.shuke.marketing.referral.Commission;
import io.shuke.marketing.referral.Commissions;
import io.shuke.marketing.referral.InviteCode;
import io.shuke.marketing.referral.Referral;
import io.shuke.marketing.referral.ReferralPlan;
import io.shuke.marketing.referral.ReferralPlans;
import io.shuke.marketing.referral.Referrals;
import io.shuke.marketing.referral.Traces;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a member invites with, and what became of his friends. */
@RestController
class InviteEndpoint {

    private static final int PAGE = 20;
    /** What the page calls the phone it runs on, a random word kept there. */
    private static final String DEVICE = "X-Device";

    private static final String POSTER = "/api/me/invite/poster.png";

    /**
     * What is promised now.
     *
     * @param fromFen what the friend must pay on one bill
     * @param waitDays from that bill to the coupons
     */
    record InvitePlanBody(boolean inForce, long fromFen, int waitDays) {

        static InvitePlanBody of(ReferralPlan plan) {
            return new InvitePlanBody(plan.inForce(), plan.fromFen(), plan.waitDays());
        }
    }

    /**
     * What friends' bills bring, as stored value.
     *
     * @param permille of what they pay with their own money, level by level
     * @param fromVisits how often one must have bought here oneself, and {@code visits} how often one has
     * @param waitingFen comes when the return periods are over, if nothing is returned
     */
    record InviteCommissionBody(List<Integer> permille, int fromVisits, int visits, long paidFen, long waitingFen) {

        static InviteCommissionBody of(Commission commission, Commissions.Earned earned) {
            return new InviteCommissionBody(
                    commission.permille(),
                    commission.fromVisits(),
                    earned.visits(),
                    earned.paid().value(),
                    earned.waiting().value());
        }
    }

    /** How the member's own invitation fares, by whom is not told. */
    record InvitedBody(
            Referral.State state, String text, @Nullable LocalDate dueOn) {

        static InvitedBody of(Referral referral) {
            return new InvitedBody(referral.state(), words(referral), due(referral));
        }
    }

    /**
     * @param scene for a mini-program's code, at most 32 characters
     * @param poster where the picture is
     * @param commission null when there is none
     * @param invited null when the member came by himself
     */
    record InviteBody(
            String code,
            String scene,
            String link,
            String miniProgramPath,
            String poster,
            InvitePlanBody plan,
            @Nullable InviteCommissionBody commission,
            @Nullable InvitedBody invited) {}

    /** @param friend masked */
    record InvitedFriendBody(
            String id,
            String friend,
            Referral.State state,
            String text,
            OffsetDateTime joinedAt,
            @Nullable LocalDate dueOn) {}

    record InvitedFriendsBody(
            List<InvitedFriendBody> items, @Nullable String next) {}

    private final Referrals referrals;
    private final Commissions commissions;
    private final ReferralPlans plans;
    private final Traces traces;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final String publicUrl;

    InviteEndpoint(
            Referrals referrals,
            Commissions commissions,
            ReferralPlans plans,
            Traces traces,
            Merchants merchants,
            Jdbc jdbc,
            @Value("${shuke.public-url:}") String publicUrl) {
        this.referrals = referrals;
        this.commissions = commissions;
        this.plans = plans;
        this.traces = traces;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/api/me/invite")
    Mono<InviteBody> invite(Customer customer, ServerHttpRequest request) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            traces.seen(member, Traces.Kind.DEVICE, request.getHeaders().getFirst(DEVICE));
            var code = referrals.code(member);
            var plan = plans.lately().plan();
            return new InviteBody(
                    code.value(),
                    code.scene(),
                    link(customer, code, request),
                    "pages/index/index?scene=" + code.scene(),
                    POSTER,
                    InvitePlanBody.of(plan),
                    commission(plan, member),
                    referrals.asFriend(member).map(InvitedBody::of).orElse(null));
        });
    }

    private @Nullable InviteCommissionBody commission(ReferralPlan plan, MemberId member) {
        var commission = plan.inForce() ? plan.commission() : null;
        return commission == null ? null : InviteCommissionBody.of(commission, commissions.of(member));
    }

    @GetMapping(POSTER)
    Mono<ResponseEntity<byte[]>> poster(Customer customer, ServerHttpRequest request) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> referrals.code(member)).map(code -> ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(Poster.of(link(customer, code, request))));
    }

    @GetMapping("/api/me/invites")
    Mono<InvitedFriendsBody> invites(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = referrals.of(member, cursor, PAGE);
            return new InvitedFriendsBody(
                    page.items().stream().map(friend -> shown(friend, zone)).toList(), page.next());
        });
    }

    private InvitedFriendBody shown(Referral referral, ZoneId zone) {
        return new InvitedFriendBody(
                Long.toString(referral.id()),
                referrals.masked(referral.friend()),
                referral.state(),
                words(referral),
                referral.joinedAt().atZone(zone).toOffsetDateTime(),
                due(referral));
    }

    private static String words(Referral referral) {
        var why = referral.why();
        return referral.state().label() + (why == null ? "" : "：" + why.label());
    }

    private static @Nullable LocalDate due(Referral referral) {
        return referral.state() == Referral.State.BOUGHT ? referral.dueOn() : null;
    }

    private String link(Customer customer, InviteCode code, ServerHttpRequest request) {
        var uri = request.getURI();
        var base = publicUrl.isEmpty() ? uri.getScheme() + "://" + uri.getRawAuthority() : publicUrl;
        return base + "/h5/?shop=" + customer.merchant() + "&invite=" + code;
    }
}
