package io.shuke.console.approval;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffId;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Search;
import io.shuke.member.merchant.Merchants;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Where a second person says yes or no, and the owner says from when on he is needed. */
@RestController
class ApprovalDesk {

    private static final int PAGE = 20;

    /**
     * @param memberName empty when the member has left
     * @param amount points, 分 or pieces; negative takes
     * @param giftFen on top of a charge
     * @param mine whether the asker is who looks, who then cannot decide it
     */
    record ApprovalBody(
            String id,
            Kind kind,
            String text,
            String memberId,
            @Nullable String memberName,
            @Nullable String memberNumber,
            long amount,
            long giftFen,
            String note,
            String askedBy,
            OffsetDateTime askedAt,
            boolean mine,
            Approval.State state,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String reason) {}

    /** @param waiting how many the person could decide now */
    record ApprovalsBody(List<ApprovalBody> items, @Nullable String next, int waiting, boolean decides) {}

    /** @param reason what the second person says to it; a no needs one */
    record SecondWordBody(@Nullable String reason) {}

    /** Limits for one person and day. */
    record LimitsBody(
            @Nullable Integer version,
            @Nullable Long points,
            @Nullable Long balanceFen,
            @Nullable Long refundFen,
            @Nullable Long chargeFen,
            @Nullable Long coupons,
            @Nullable Boolean secondFactor) {

        static LimitsBody of(Limits now) {
            return new LimitsBody(
                    now.version(),
                    now.points(),
                    now.balanceFen(),
                    now.refundFen(),
                    now.chargeFen(),
                    now.coupons(),
                    now.secondFactor());
        }

        Limits read() {
            if (version == null
                    || points == null
                    || balanceFen == null
                    || refundFen == null
                    || chargeFen == null
                    || coupons == null
                    || secondFactor == null) {
                throw new ServerWebInputException("all limits and their version");
            }
            return new Limits(version, points, balanceFen, refundFen, chargeFen, coupons, secondFactor);
        }
    }

    private final Approvals approvals;
    private final HandLimits limits;
    private final Staff staff;
    private final Search search;
    private final Merchants merchants;
    private final Jdbc jdbc;

    ApprovalDesk(Approvals approvals, HandLimits limits, Staff staff, Search search, Merchants merchants, Jdbc jdbc) {
        this.approvals = approvals;
        this.limits = limits;
        this.staff = staff;
        this.search = search;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/approvals")
    Mono<ApprovalsBody> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        var before = cursor == null
                ? Long.MAX_VALUE
                : Ids.read(cursor).orElseThrow(() -> new ServerWebInputException("cursor"));
        return jdbc.call(user.merchant(), () -> {
            var page = approvals.page(user, before, PAGE);
            return new ApprovalsBody(
                    shown(page.items(), user), page.next(), approvals.waitingFor(user), Approvals.decides(user));
        });
    }

    @PostMapping("/console/api/approvals/{id}/approval")
    Mono<ApprovalBody> approve(ConsoleUser user, @PathVariable long id, @RequestBody SecondWordBody body) {
        return jdbc.call(user.merchant(), () -> shown(List.of(approvals.approve(user, id, said(body))), user)
                .get(0));
    }

    @PostMapping("/console/api/approvals/{id}/refusal")
    Mono<ApprovalBody> refuse(ConsoleUser user, @PathVariable long id, @RequestBody SecondWordBody body) {
        return jdbc.call(user.merchant(), () -> shown(List.of(approvals.refuse(user, id, said(body))), user)
                .get(0));
    }

    @GetMapping("/console/api/approvals/limits")
    Mono<LimitsBody> limits(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> LimitsBody.of(limits.current()));
    }

    @PutMapping("/console/api/approvals/limits")
    Mono<LimitsBody> change(ConsoleUser user, @RequestBody LimitsBody wish) {
        var asked = wish.read();
        return jdbc.call(user.merchant(), () -> {
            limits.change(asked);
            return LimitsBody.of(limits.current());
        });
    }

    private static String said(SecondWordBody body) {
        return body.reason() == null ? "" : body.reason().strip();
    }

    private List<ApprovalBody> shown(List<Approval> some, ConsoleUser user) {
        var about = some.stream().map(Approval::member).distinct().toList();
        var members = search.shown(about).stream().collect(Collectors.toMap(Member::id, Function.identity()));
        return some.stream()
                .map(one -> shown(one, members.get(one.member()), user))
                .toList();
    }

    private ApprovalBody shown(Approval one, @Nullable Member member, ConsoleUser user) {
        var zone = merchants.current().zone();
        return new ApprovalBody(
                Long.toString(one.id()),
                one.kind(),
                one.kind().label(),
                one.member().toString(),
                member == null ? null : member.nickname(),
                member == null ? null : member.number(),
                one.amount(),
                one.kind() == Kind.CHARGE ? one.extra() : 0,
                one.note(),
                name(one.askedBy()),
                at(one.askedAt(), zone),
                one.askedBy().equals(user.staff()),
                one.state(),
                one.expiresAt() == null ? null : at(one.expiresAt(), zone),
                one.decidedBy() == null ? null : name(one.decidedBy()),
                one.decidedAt() == null ? null : at(one.decidedAt(), zone),
                one.reason());
    }

    private String name(StaffId id) {
        return staff.one(id).map(StaffMember::name).orElse(id.toString());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
