package io.shuke.console.coupon;

import io.shuke.console.approval.ByHand;
import io.shuke.console.approval.ByHand.Why;
import io.shuke.console.door.OwnSpace;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Members' coupons, given and taken back by hand. Their codes are shown to their owners only. */
@RestController
class CouponDesk {

    private static final int PAGE = 20;

    record CouponOnDesk(
            String id,
            String offerId,
            String memberId,
            String title,
            String benefit,
            Coupon.State state,
            Way way,
            Instant validFrom,
            Instant expiresAt,
            Instant issuedAt) {

        static CouponOnDesk of(Coupon coupon) {
            return new CouponOnDesk(
                    Long.toString(coupon.id()),
                    Long.toString(coupon.offer().id()),
                    coupon.member().toString(),
                    coupon.offer().title(),
                    coupon.offer().benefit().words(),
                    coupon.state(),
                    coupon.way(),
                    coupon.from(),
                    coupon.until(),
                    coupon.issuedAt());
        }
    }

    record CouponsOnDesk(List<CouponOnDesk> items, @Nullable String next) {}

    /** @param reason why, for whoever looks it up later */
    record GivingBody(
            @Nullable String offerId,
            @Nullable String memberId,
            @Nullable String reason) {}

    record CodeToFindBody(@Nullable String code) {

        @Override
        public String toString() {
            return "CodeToFindBody";
        }
    }

    record TakingBody(@Nullable String reason) {}

    private final OwnSpace space;
    private final Coupons coupons;
    private final ByHand byHand;
    private final Members members;
    private final Jdbc jdbc;

    CouponDesk(OwnSpace space, Coupons coupons, ByHand byHand, Members members, Jdbc jdbc) {
        this.space = space;
        this.coupons = coupons;
        this.byHand = byHand;
        this.members = members;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/coupons")
    Mono<CouponsOnDesk> wallet(
            ConsoleUser user, @RequestParam String member, @RequestParam(required = false) @Nullable String cursor) {
        var id = new MemberId(TermsBody.id(member));
        return jdbc.call(user.merchant(), () -> coupons.wallet(id, cursor, PAGE))
                .map(page -> new CouponsOnDesk(
                        page.items().stream()
                                .map(one -> CouponOnDesk.of(one.coupon()))
                                .toList(),
                        page.next()));
    }

    /** By the code that its owner reads out; asked for in a body, so that it stands in no log of addresses. */
    @PostMapping("/console/api/coupons/find")
    Mono<CouponOnDesk> find(ConsoleUser user, @RequestBody CodeToFindBody body) {
        var code = body.code() == null ? "" : body.code();
        return jdbc.call(user.merchant(), () -> CouponOnDesk.of(coupons.byCode(code)));
    }

    /** With the same {@code Idempotency-Key} again it is the same coupon. */
    @PostMapping("/console/api/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CouponOnDesk> give(
            ConsoleUser user,
            @RequestBody GivingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (body.offerId() == null || body.memberId() == null || body.reason() == null) {
            throw new ServerWebInputException("an offer, a member and a reason");
        }
        var reason = body.reason();
        var offer = TermsBody.id(body.offerId());
        var asked = new MemberId(TermsBody.id(body.memberId()));
        var why = new Why(reason.strip(), key == null ? UUID.randomUUID().toString() : key);
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked).id();
            space.refuseStranger(user, member);
            return CouponOnDesk.of(byHand.give(user, offer, member, why));
        });
    }

    @PostMapping("/console/api/coupons/{id}/take-back")
    Mono<CouponOnDesk> takeBack(ConsoleUser user, @PathVariable long id, @RequestBody TakingBody body) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        return jdbc.call(
                user.merchant(),
                () -> CouponOnDesk.of(
                        coupons.takeBack(id, "staff:" + user.staff().value(), reason)));
    }
}
