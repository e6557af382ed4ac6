package io.shuke.gateway.coupon;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.Repeatable;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Awarded;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.OfferView;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CouponEndpoint {

    /** More than a shop has members at the door at once: who does not find room is told so and comes again. */
    private static final int LANE = 4096;

    private static final int PAGE = 20;
    private static final int LONGEST_KEY = 128;

    /**
     * @param remaining null when there is no limit
     * @param perMember 0 when there is no limit
     * @param words the rules, a line each
     */
    record OfferBody(
            String id,
            String title,
            Benefit.Kind kind,
            String benefit,
            List<String> words,
            @Nullable Long remaining,
            int perMember,
            long pricePoints,
            @Nullable Instant claimFrom,
            @Nullable Instant claimUntil) {

        static OfferBody of(OfferView view) {
            var offer = view.offer();
            return new OfferBody(
                    Long.toString(offer.id()),
                    offer.title(),
                    offer.benefit().kind(),
                    offer.benefit().words(),
                    offer.words(),
                    view.stock().remaining(),
                    offer.giving().perMember(),
                    offer.giving().pricePoints(),
                    offer.giving().from(),
                    offer.giving().until());
        }
    }

    record OffersBody(List<OfferBody> items, @Nullable String next) {}

    record CouponBody(
            String id,
            String offerId,
            String code,
            Coupon.State state,
            String title,
            Benefit.Kind kind,
            String benefit,
            List<String> words,
            Instant validFrom,
            Instant expiresAt,
            Instant issuedAt) {

        static CouponBody of(Coupon coupon, String code) {
            var offer = coupon.offer();
            return new CouponBody(
                    Long.toString(coupon.id()),
                    Long.toString(offer.id()),
                    code,
                    coupon.state(),
                    offer.title(),
                    offer.benefit().kind(),
                    offer.benefit().words(),
                    offer.terms().words(),
                    coupon.from(),
                    coupon.until(),
                    coupon.issuedAt());
        }

        @Override
        public String toString() {
            return "CouponBody[" + id + "]";
        }
    }

    record CouponsBody(List<CouponBody> items, @Nullable String next) {}

    /** @param code what was told, printed or scanned */
    record WordBody(@Nullable String code) {}

    private final Jdbc jdbc;
    private final Offers offers;
    private final Coupons coupons;
    private final Limits limits;
    private final Lane<Award, Awarded> lane;

    CouponEndpoint(Jdbc jdbc, Offers offers, Coupons coupons, Limits limits) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.coupons = coupons;
        this.limits = limits;
        this.lane = new Lane<>(jdbc, LANE, coupons::claim);
    }

    @GetMapping("/api/offers")
    Mono<OffersBody> offers(Customer customer) {
        return jdbc.call(customer.merchant(), offers::onShow)
                .map(views -> new OffersBody(views.stream().map(OfferBody::of).toList(), null));
    }

    /** The same {@code Idempotency-Key} again gets the same coupon, for ever: it is a key of the coupon's row. */
    @PostMapping("/api/offers/{id}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CouponBody> claim(
            Customer customer,
            @PathVariable long id,
            @RequestHeader(name = Repeatable.HEADER, required = false) @Nullable String key) {
        refuseLong(key);
        return lane.call(customer.merchant(), Award.claim(id, customer.joined(), Way.CLAIM, key))
                .flatMap(CouponEndpoint::given);
    }

    private static Mono<CouponBody> given(Awarded awarded) {
        if (awarded instanceof Awarded.Refused refused) {
            return Mono.error(refused.why());
        }
        var given = awarded.orThrow();
        return Mono.just(CouponBody.of(given.coupon(), given.code()));
    }

    private static void refuseLong(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw RequestRefusal.malformed();
        }
    }

    /** For a word or the code in a QR; words can be guessed, so nobody may try many. */
    @PostMapping("/api/me/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CouponBody> claimByWord(
            Customer customer,
            @RequestBody WordBody body,
            @RequestHeader(name = Repeatable.HEADER, required = false) @Nullable String key,
            ServerHttpRequest request) {
        var member = customer.joined();
        var word = body.code();
        if (word == null || word.isBlank() || word.length() > 60) {
            throw RequestRefusal.malformed();
        }
        refuseLong(key);
        return limits.pass(Limit.COUPON_CODE, member.toString())
                .then(limits.pass(Limit.COUPON_CODES, address(request)))
                .then(jdbc.call(customer.merchant(), () -> coupons.claimByWord(member, word, key)))
                .map(given -> CouponBody.of(given.coupon(), given.code()));
    }

    private static String address(ServerHttpRequest request) {
        InetSocketAddress address = request.getRemoteAddress();
        return address == null ? "" : address.getHostString();
    }

    @GetMapping("/api/me/coupons")
    Mono<CouponsBody> wallet(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> coupons.wallet(member, cursor, PAGE))
                .map(page -> new CouponsBody(
                        page.items().stream()
                                .map(one -> CouponBody.of(one.coupon(), one.code()))
                                .toList(),
                        page.next()));
    }
}
