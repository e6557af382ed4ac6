package io.shuke.console.door;

import static io.shuke.console.staff.Role.ADVISER;
import static io.shuke.console.staff.Role.CASHIER;
import static io.shuke.console.staff.Role.MANAGER;
import static io.shuke.console.staff.Role.OWNER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.shuke.console.staff.Role;
import java.util.List;
import java.util.stream.Stream;

/** Who may do what at the desk: the one table. What does not stand here is closed, and a desk that does not, fails a test. */
final class Rights {

    static final List<Right> ALL = List.of(
            Right.everybody(POST, "/console/api/sessions"),
            Right.everybody(POST, "/console/api/first-owner"),
            Right.everybody(POST, "/console/api/sessions/codes"),
            Right.everybody(POST, "/console/api/sessions/scans"),
            Right.of(GET, "/console/api/sessions", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/me/wechat", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/me/wechat", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(DELETE, "/console/api/me/wechat", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/me/wechat/codes", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(DELETE, "/console/api/sessions", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/audit", OWNER),
            Right.of(GET, "/console/api/audit/verification", OWNER),
            Right.of(GET, "/console/api/audit/{id}", OWNER),
            Right.of(GET, "/console/api/approvals", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/approvals/{id}/approval", OWNER, MANAGER),
            Right.of(POST, "/console/api/approvals/{id}/refusal", OWNER, MANAGER),
            Right.of(GET, "/console/api/approvals/limits", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/approvals/limits", OWNER),
            Right.of(POST, "/console/api/sessions/second-factor", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/second-factor", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/second-factor", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/second-factor/confirmation", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(DELETE, "/console/api/second-factor", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/privacy/consents", OWNER),
            Right.of(GET, "/console/api/privacy/members/{id}", OWNER),
            Right.of(POST, "/console/api/privacy/members/{id}/exports", OWNER),
            Right.of(POST, "/console/api/privacy/members/{id}/deletion", OWNER),
            Right.of(GET, "/console/api/home", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/guide", OWNER),
            Right.of(POST, "/console/api/guide/{step}", OWNER),
            Right.of(GET, "/console/api/reports", OWNER, MANAGER),
            Right.of(GET, "/console/api/reports/export", OWNER, MANAGER),
            // A list of everybody walks out of the shop in one pocket.
            Right.of(GET, "/console/api/members/export", OWNER),
            Right.of(GET, "/console/api/home/suggestions", OWNER, MANAGER),
            Right.of(POST, "/console/api/home/suggestions/{matter}", OWNER, MANAGER),
            Right.of(GET, "/console/api/check-in-plan", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/check-in-plan", OWNER, MANAGER),
            // A key opens the till to a program; what it may do then nobody looks at again.
            Right.of(GET, "/console/api/till-keys", OWNER),
            Right.of(POST, "/console/api/till-keys", OWNER),
            Right.of(PUT, "/console/api/till-keys/{id}", OWNER),
            Right.of(DELETE, "/console/api/till-keys/{id}", OWNER),
            Right.of(POST, "/console/api/till-keys/{id}/rotations", OWNER),
            Right.of(GET, "/console/api/till-alarms", OWNER),
            Right.of(GET, "/console/api/webhooks", OWNER),
            Right.of(POST, "/console/api/webhooks", OWNER),
            Right.of(DELETE, "/console/api/webhooks/{id}", OWNER),
            Right.of(GET, "/console/api/webhooks/{id}/deliveries", OWNER),
            Right.of(POST, "/console/api/webhooks/{id}/replays", OWNER),
            Right.of(GET, "/console/api/offers", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/offers", OWNER, MANAGER),
            Right.of(POST, "/console/api/offers/preview", OWNER, MANAGER),
            Right.of(GET, "/console/api/offers/{id}", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/offers/{id}/changes", OWNER, MANAGER),
            Right.of(GET, "/console/api/offers/{id}/scene", OWNER, MANAGER),
            Right.of(PUT, "/console/api/offers/{id}/paused", OWNER, MANAGER),
            Right.of(PUT, "/console/api/offers/{id}/stock", OWNER, MANAGER),
            Right.of(GET, "/console/api/coupons", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/coupons", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/coupons/find", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/coupons/{id}/take-back", OWNER, MANAGER),
            Right.of(GET, "/console/api/coupons/batches", OWNER, MANAGER),
            Right.of(POST, "/console/api/coupons/batches", OWNER, MANAGER),
            Right.of(GET, "/console/api/coupons/batches/{id}", OWNER, MANAGER),
            Right.of(DELETE, "/console/api/coupons/batches/{id}", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes/templates", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes/rules", OWNER, MANAGER),
            Right.of(PUT, "/console/api/pushes/rules", OWNER),
            Right.of(GET, "/console/api/notices", OWNER, MANAGER),
            Right.of(PUT, "/console/api/notices/{occasion}", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/reach", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/preview", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes/{id}", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/{id}/start", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/{id}/pause", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/{id}/resume", OWNER, MANAGER),
            Right.of(POST, "/console/api/pushes/{id}/stop", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes/{id}/progress", OWNER, MANAGER),
            Right.of(GET, "/console/api/pushes/{id}/result", OWNER, MANAGER),
            Right.of(GET, "/console/api/points", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/points", OWNER, MANAGER),
            Right.of(GET, "/console/api/balance", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/balance", OWNER, MANAGER),
            Right.of(GET, "/console/api/balance/refunds", OWNER, MANAGER),
            Right.of(POST, "/console/api/balance/refunds/{id}/retry", OWNER, MANAGER),
            Right.of(POST, "/console/api/balance/refunds/{id}/paid-by-hand", OWNER),
            Right.of(GET, "/console/api/self-checks", OWNER),
            Right.of(POST, "/console/api/self-checks", OWNER),
            Right.of(POST, "/console/api/self-checks/{id}/settle", OWNER),
            Right.of(GET, "/console/api/balance/plan", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/balance/plan", OWNER, MANAGER),
            Right.of(POST, "/console/api/balance/plan/trial", OWNER, MANAGER),
            Right.of(GET, "/console/api/balance/members/{id}", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/balance/charges", OWNER, MANAGER, CASHIER),
            // What goes out of the till is not the cashier's own to decide.
            Right.of(POST, "/console/api/balance/refunds", OWNER, MANAGER),
            Right.of(GET, "/console/api/gifts", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/gifts", OWNER, MANAGER),
            Right.of(PUT, "/console/api/gifts/{id}", OWNER, MANAGER),
            Right.of(GET, "/console/api/gifts/pick-ups/{code}", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/gifts/pick-ups/{code}/collection", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/gifts/pick-ups/{code}/return", OWNER, MANAGER),
            Right.of(GET, "/console/api/stamps", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/stamps", OWNER, MANAGER),
            Right.of(PUT, "/console/api/stamps/{id}", OWNER, MANAGER),
            Right.of(GET, "/console/api/members/{id}/stamp-rewards", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/stamps/rewards/{id}/collection", OWNER, MANAGER, CASHIER),
            Right.of(GET, "/console/api/referrals", OWNER, MANAGER),
            Right.of(GET, "/console/api/referrals/plan", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/referrals/plan", OWNER, MANAGER),
            Right.of(GET, "/console/api/referrals/plan/changes", OWNER, MANAGER),
            Right.of(GET, "/console/api/referrals/figures", OWNER, MANAGER),
            Right.of(POST, "/console/api/referrals/{id}/decision", OWNER),
            Right.of(GET, "/console/api/passes", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/passes", OWNER, MANAGER),
            Right.of(PUT, "/console/api/passes/{id}", OWNER, MANAGER),
            Right.of(GET, "/console/api/members/{id}/passes", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/members/{id}/passes", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/passes/{id}/uses", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/passes/{id}/return", OWNER, MANAGER),
            Right.of(GET, "/console/api/staff", OWNER),
            Right.of(POST, "/console/api/staff", OWNER),
            Right.everybody(POST, "/console/api/staff/arrivals"),
            Right.of(DELETE, "/console/api/staff/invitations/{id}", OWNER),
            Right.of(PUT, "/console/api/staff/{id}", OWNER),
            Right.of(DELETE, "/console/api/staff/{id}", OWNER),
            Right.of(GET, "/console/api/stores", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(POST, "/console/api/stores", OWNER),
            Right.of(PUT, "/console/api/stores/{id}", OWNER),
            Right.of(PUT, "/console/api/stores/{id}/open", OWNER),
            Right.of(GET, "/console/api/till/stores", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/till/scans", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/till/quotes", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/till/bills", OWNER, MANAGER, CASHIER),
            Right.of(POST, "/console/api/till/bills/{id}/refunds", OWNER, MANAGER, CASHIER),
            Right.of(GET, "/console/api/segments", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/segments", OWNER, MANAGER),
            Right.of(POST, "/console/api/segments/count", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/segments/choices", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/segments/{id}", OWNER, MANAGER, ADVISER),
            Right.of(PUT, "/console/api/segments/{id}", OWNER, MANAGER),
            Right.of(DELETE, "/console/api/segments/{id}", OWNER, MANAGER),
            Right.of(POST, "/console/api/segments/{id}/tags", OWNER, MANAGER),
            Right.of(GET, "/console/api/tags", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/tags", OWNER, MANAGER, ADVISER),
            Right.of(PUT, "/console/api/tags/{id}", OWNER, MANAGER),
            Right.of(DELETE, "/console/api/tags/{id}", OWNER, MANAGER),
            Right.of(POST, "/console/api/tags/{id}/merge", OWNER, MANAGER),
            Right.of(PUT, "/console/api/tags/{id}/rule", OWNER, MANAGER),
            Right.of(GET, "/console/api/members/{id}/tags", OWNER, MANAGER, ADVISER),
            Right.of(PUT, "/console/api/members/{id}/tags/{tag}", OWNER, MANAGER, ADVISER),
            Right.of(DELETE, "/console/api/members/{id}/tags/{tag}", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/members/{id}/notes", OWNER, MANAGER, ADVISER),
            Right.of(POST, "/console/api/members/{id}/notes", OWNER, MANAGER, ADVISER),
            Right.of(DELETE, "/console/api/members/{id}/notes/{note}", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/members/{id}/dates", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/members/{id}/invites", OWNER, MANAGER, ADVISER),
            Right.of(GET, "/console/api/members/{id}/messages", OWNER, MANAGER, ADVISER),
            // Whoever makes two cards one moves what both own.
            Right.of(GET, "/console/api/members/{id}/merges", OWNER, MANAGER),
            Right.of(GET, "/console/api/members/{id}/merges/preview", OWNER, MANAGER),
            Right.of(POST, "/console/api/members/{id}/merges", OWNER, MANAGER),
            Right.of(POST, "/console/api/merges/{id}/undo", OWNER, MANAGER),
            // A till finds one member by his code; leafing through all of them is not a cashier's work.
            Right.of(GET, "/console/api/members", OWNER, MANAGER, ADVISER),
            // Names and money of a whole town: who brings them in answers for them.
            Right.of(GET, "/console/api/imports", OWNER, MANAGER),
            Right.of(POST, "/console/api/imports", OWNER, MANAGER),
            Right.of(GET, "/console/api/imports/{id}", OWNER, MANAGER),
            Right.of(GET, "/console/api/imports/{id}/problems", OWNER, MANAGER),
            Right.of(POST, "/console/api/imports/{id}/run", OWNER, MANAGER),
            Right.of(POST, "/console/api/imports/{id}/undo", OWNER, MANAGER),
            Right.of(GET, "/console/api/rule-changes", OWNER, MANAGER),
            Right.of(GET, "/console/api/levels", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/levels", OWNER, MANAGER),
            Right.of(POST, "/console/api/levels/try", OWNER, MANAGER),
            Right.of(GET, "/console/api/points/rules", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(PUT, "/console/api/points/rules", OWNER, MANAGER),
            Right.of(POST, "/console/api/points/rules/try", OWNER, MANAGER),
            Right.of(GET, "/console/api/members/{id}/purchases", OWNER, MANAGER, CASHIER, ADVISER),
            Right.of(GET, "/console/api/members/{id}", OWNER, MANAGER, ADVISER));

    /** Desks that stand in the gateway, because this module knows nothing of WeChat. */
    static final List<Right> BEYOND = List.of(
            Right.of(GET, "/console/api/pay-account", OWNER),
            Right.of(POST, "/console/api/pay-account/checks", OWNER),
            Right.of(PUT, "/console/api/pay-account", OWNER),
            Right.of(GET, "/console/api/wechat-accounts", OWNER),
            Right.of(PUT, "/console/api/wechat-accounts/{appid}", OWNER),
            Right.of(POST, "/console/api/wechat-accounts/{appid}/checks", OWNER));

    private Rights() {}

    static List<Right> everywhere() {
        return Stream.concat(ALL.stream(), BEYOND.stream()).toList();
    }

    /** The desks that are open to the role, for a page that shows nobody what he may not use. */
    static List<String> of(Role role, boolean wholeShop) {
        return everywhere().stream()
                .filter(right -> right.roles().contains(role))
                .map(right -> right.method() + " " + right.path())
                .filter(door -> wholeShop || OwnSpace.DOORS.contains(door))
                .toList();
    }
}
