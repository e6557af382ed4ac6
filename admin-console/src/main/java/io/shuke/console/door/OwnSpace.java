package io.shuke.console.door;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.till.Scans;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Summaries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who works in some stores only sees their members and bills, and nothing that is about the shop as a whole. A member is
 * theirs who has bought there; and for a while whoever shows himself to this very clerk at the counter.
 */
@Component
public class OwnSpace {

    /** What is open to him, if his role has it. Everything else is about the shop as a whole. */
    static final Set<String> DOORS = Set.of(
            "GET /console/api/sessions",
            "DELETE /console/api/sessions",
            "GET /console/api/me/wechat",
            "POST /console/api/me/wechat",
            "DELETE /console/api/me/wechat",
            "POST /console/api/me/wechat/codes",
            "POST /console/api/sessions/second-factor",
            "GET /console/api/second-factor",
            "POST /console/api/second-factor",
            "POST /console/api/second-factor/confirmation",
            "DELETE /console/api/second-factor",
            // His own wishes; others' are decided by whoever sees the whole shop.
            "GET /console/api/approvals",
            "GET /console/api/approvals/limits",
            "GET /console/api/home",
            "GET /console/api/home/suggestions",
            // Of his own stores; the desk sees to it.
            "GET /console/api/reports",
            "GET /console/api/reports/export",
            "GET /console/api/stores",
            "GET /console/api/check-in-plan",
            "GET /console/api/offers",
            "GET /console/api/offers/{id}",
            "GET /console/api/gifts",
            "GET /console/api/stamps",
            "GET /console/api/passes",
            "GET /console/api/tags",
            "GET /console/api/levels",
            "GET /console/api/points/rules",
            "GET /console/api/balance/plan",
            "GET /console/api/referrals/plan",
            "GET /console/api/till/stores",
            "POST /console/api/till/scans",
            "POST /console/api/till/quotes",
            "POST /console/api/till/bills",
            "POST /console/api/till/bills/{id}/refunds",
            "GET /console/api/gifts/pick-ups/{code}",
            "POST /console/api/gifts/pick-ups/{code}/collection",
            "POST /console/api/stamps/rewards/{id}/collection",
            "POST /console/api/passes/{id}/uses",
            "POST /console/api/balance/charges",
            "GET /console/api/members",
            "GET /console/api/members/{id}",
            "GET /console/api/members/{id}/purchases",
            "GET /console/api/members/{id}/notes",
            "POST /console/api/members/{id}/notes",
            "DELETE /console/api/members/{id}/notes/{note}",
            "GET /console/api/members/{id}/dates",
            "GET /console/api/members/{id}/invites",
            "GET /console/api/members/{id}/messages",
            "GET /console/api/members/{id}/tags",
            "PUT /console/api/members/{id}/tags/{tag}",
            "DELETE /console/api/members/{id}/tags/{tag}",
            "GET /console/api/members/{id}/passes",
            "POST /console/api/members/{id}/passes",
            "GET /console/api/members/{id}/stamp-rewards",
            "GET /console/api/balance/members/{id}",
            "GET /console/api/coupons",
            "POST /console/api/coupons",
            "GET /console/api/points",
            "GET /console/api/balance");

    private static final List<String> NAMING =
            List.of("/console/api/members/{id}", "/console/api/balance/members/{id}");

    private final Summaries summaries;
    private final Scans scans;
    private final Jdbc jdbc;

    OwnSpace(Summaries summaries, Scans scans, Jdbc jdbc) {
        this.summaries = summaries;
        this.scans = scans;
        this.jdbc = jdbc;
    }

    /** Whether he gets through this door, and to the member whom its address names. */
    Mono<ConsoleUser> enter(ConsoleUser user, ServerWebExchange exchange) {
        if (user.everywhere()) {
            return Mono.just(user);
        }
        var path = String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (!DOORS.contains(exchange.getRequest().getMethod() + " " + path)) {
            return Mono.error(ConsoleRefusal.ownStoresOnly());
        }
        return Mono.justOrEmpty(named(path, exchange))
                .flatMap(member -> jdbc.call(user.merchant(), () -> {
                    refuseStranger(user, member);
                    return user;
                }))
                .defaultIfEmpty(user);
    }

    private static Optional<MemberId> named(String path, ServerWebExchange exchange) {
        var names = NAMING.stream().anyMatch(path::startsWith);
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        var id = names
                ? variables.get("id")
                : exchange.getRequest().getQueryParams().getFirst("member");
        return read(id);
    }

    private static Optional<MemberId> read(@Nullable String id) {
        var number = Ids.read(id);
        return number.isPresent() ? Optional.of(new MemberId(number.getAsLong())) : Optional.empty();
    }

    /** @throws ConsoleRefusal as if there were no such member */
    public void refuseStranger(ConsoleUser user, MemberId member) {
        if (!mayKnow(user, member)) {
            throw ConsoleRefusal.otherStoresMember();
        }
    }

    /** With the merchant in scope. */
    public boolean mayKnow(ConsoleUser user, MemberId member) {
        return user.everywhere()
                || summaries.comesTo(member, user.stores())
                || scans.remembers(new TillKeyId(user.staff().value()), member);
    }
}
