package io.shuke.gateway.till;

import io.shuke.gateway.door.FirstAnswers;
import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.Repeatable;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.till.Scanned;
import io.shuke.marketing.till.Scans;
import io.shuke.marketing.till.TillKey;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Phone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who stands at the counter: all the cashier needs in one answer. */
@RestController
class ScanEndpoint {

    /** Either the code, or a phone number and why it is looked for. */
    record ScanBody(
            @Nullable String code,
            @Nullable String phone,
            @Nullable String reason) {

        @Override
        public String toString() {
            return "ScanBody";
        }
    }

    record ScannedMemberBody(
            String id,
            String number,
            String nickname,
            @Nullable String phone) {}

    /**
     * @param payPercent 100 is the full price, 90 is 9 折; of level and pass the better counts
     * @param words which it is: {@code 全年8折卡 8 折（比金卡 9 折优惠，两者不叠加）}; empty for the full price
     */
    record LevelPriceBody(String level, int step, int payPercent, String words) {

        static LevelPriceBody of(Scanned seen) {
            var price = seen.price();
            return new LevelPriceBody(
                    seen.level().name(),
                    seen.level().step(),
                    price.payPercent(),
                    price.payPercent() < 100 ? price.words() : "");
        }
    }

    record UsableCouponBody(
            String id, String offerId, String title, String benefit, OffsetDateTime expiresAt, boolean held) {

        static UsableCouponBody of(Coupon coupon) {
            return new UsableCouponBody(
                    Long.toString(coupon.id()),
                    Long.toString(coupon.offer().id()),
                    coupon.offer().title(),
                    coupon.offer().benefit().words(),
                    coupon.until().atOffset(ZoneOffset.UTC),
                    coupon.state() == Coupon.State.HELD);
        }
    }

    /** @param live false after a look-up by phone: then nothing is earned and nothing may be spent */
    record ScannedBody(
            ScannedMemberBody member,
            boolean live,
            OffsetDateTime validUntil,
            LevelPriceBody price,
            long points,
            long balanceFen,
            List<UsableCouponBody> coupons,
            List<String> notes,
            List<String> suggestions) {

        static ScannedBody of(Scanned seen) {
            var member = seen.member();
            return new ScannedBody(
                    new ScannedMemberBody(
                            member.id().toString(), member.number(), member.nickname(), member.phoneMasked()),
                    seen.live(),
                    at(seen.until()),
                    LevelPriceBody.of(seen),
                    seen.holdings().points(),
                    seen.holdings().balanceFen(),
                    seen.coupons().stream().map(UsableCouponBody::of).toList(),
                    seen.notes(),
                    seen.suggestions());
        }

        @Override
        public String toString() {
            return "ScannedBody[" + member.id() + "]";
        }
    }

    private final Scans scans;
    private final FirstAnswers answers;
    private final Limits limits;
    private final Jdbc jdbc;

    ScanEndpoint(Scans scans, FirstAnswers answers, Limits limits, Jdbc jdbc) {
        this.scans = scans;
        this.answers = answers;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    @PostMapping(value = "/till/v1/scans", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> scan(TillKey till, ServerHttpRequest request, @RequestBody ScanBody body) {
        var repeatable = Repeatable.of(request, "till:" + till.id().value(), body);
        var code = body.code();
        if (code != null && body.phone() == null) {
            return once(till, repeatable, () -> ScannedBody.of(scans.code(till, code)));
        }
        if (code != null || body.phone() == null) {
            return Mono.error(RequestRefusal.malformed());
        }
        var phone = Phone.parse(body.phone());
        var reason = body.reason() == null ? "" : body.reason();
        return limits.pass(Limit.TILL_LOOKUP, till.id().toString())
                .then(Mono.defer(() -> once(
                        till,
                        repeatable,
                        () -> ScannedBody.of(scans.phone(till, phone, reason, Limit.TILL_LOOKUP.times())))));
    }

    private Mono<ResponseEntity<byte[]>> once(TillKey till, Repeatable request, Supplier<ScannedBody> work) {
        return jdbc.call(till.merchant(), () -> answers.once(request, HttpStatus.OK, work));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
