package io.shuke.console.referral;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.referral.Referral;
import io.shuke.marketing.referral.Referrals;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Whom one member brought, and by whom he came himself. */
@RestController
class MemberInvitesDesk {

    private static final int PAGE = 20;

    /** @param text how far it has come, in words, with the reason where nothing came of it */
    record MemberInviteBody(
            String friendId,
            String friend,
            String text,
            OffsetDateTime joinedAt,
            @Nullable LocalDate dueOn) {

        @Override
        public String toString() {
            return "MemberInviteBody[" + friendId + "]";
        }
    }

    /** @param invitedBy masked, null when he came by himself */
    record MemberInvitesBody(
            @Nullable String invitedById,
            @Nullable String invitedBy,
            List<MemberInviteBody> items,
            @Nullable String next) {}

    private final Referrals referrals;
    private final Members members;
    private final Merchants merchants;
    private final Jdbc jdbc;

    MemberInvitesDesk(Referrals referrals, Members members, Merchants merchants, Jdbc jdbc) {
        this.referrals = referrals;
        this.members = members;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/invites")
    Mono<MemberInvitesBody> page(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(new MemberId(id)).id();
            var inviter = referrals.asFriend(member).map(Referral::inviter).orElse(null);
            var page = referrals.of(member, cursor, PAGE);
            return new MemberInvitesBody(
                    inviter == null ? null : inviter.toString(),
                    inviter == null ? null : referrals.masked(inviter),
                    page.items().stream().map(this::shown).toList(),
                    page.next());
        });
    }

    private MemberInviteBody shown(Referral referral) {
        var why = referral.why();
        var zone = merchants.current().zone();
        return new MemberInviteBody(
                referral.friend().toString(),
                referrals.masked(referral.friend()),
                referral.state().label() + (why == null ? "" : "：" + why.label()),
                referral.joinedAt().atZone(zone).toOffsetDateTime(),
                referral.dueOn());
    }
}
