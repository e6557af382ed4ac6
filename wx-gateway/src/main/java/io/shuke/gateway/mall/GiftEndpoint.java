package io.shuke.gateway.mall;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.FirstAnswers;
import io.shuke.gateway.door.Repeatable;
import io.shuke.marketing.mall.Gift;
import io.shuke.marketing.mall.GiftId;
import io.shuke.marketing.mall.Gifts;
import io.shuke.marketing.mall.Redemption;
import io.shuke.marketing.mall.Redemptions;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The points mall: what there is, taking one, and what one has taken. */
@RestController
class GiftEndpoint {

    private static final int PAGE = 20;

    /**
     * @param perMember how many one member may have in all, 0 for no limit; likewise the other limits
     * @param level the lowest step that may have it
     * @param visits how often one must have bought something before
     */
    record ShelfGiftBody(
            String id,
            String title,
            int points,
            int remaining,
            int perMember,
            int perMemberADay,
            int level,
            int visits,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            int daysToCollect) {

        static ShelfGiftBody of(Gift gift) {
            var terms = gift.terms();
            var limits = terms.limits();
            return new ShelfGiftBody(
                    gift.id().toString(),
                    terms.title(),
                    terms.points(),
                    gift.remaining(),
                    limits.perMember(),
                    limits.perMemberADay(),
                    limits.level(),
                    limits.visits(),
                    terms.from(),
                    terms.through(),
                    terms.daysToCollect());
        }
    }

    /** @param code what is shown at the counter, eight digits */
    record RedemptionBody(
            String id,
            String giftId,
            String title,
            int points,
            String code,
            Redemption.State state,
            OffsetDateTime at,
            LocalDate collectThrough) {

        static RedemptionBody of(Redemption redemption, ZoneId zone) {
            return new RedemptionBody(
                    Long.toString(redemption.id()),
                    redemption.gift().toString(),
                    redemption.title(),
                    redemption.points(),
                    redemption.code().value(),
                    redemption.state(),
                    redemption.at().atZone(zone).toOffsetDateTime(),
                    redemption.collectThrough());
        }
    }

    record ShelfBody(List<ShelfGiftBody> items) {}

    record RedemptionsBody(
            List<RedemptionBody> items, @Nullable String next) {}

    private final Gifts gifts;
    private final Redemptions redemptions;
    private final FirstAnswers answers;
    private final Merchants merchants;
    private final Jdbc jdbc;

    GiftEndpoint(Gifts gifts, Redemptions redemptions, FirstAnswers answers, Merchants merchants, Jdbc jdbc) {
        this.gifts = gifts;
        this.redemptions = redemptions;
        this.answers = answers;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/gifts")
    Mono<ShelfBody> gifts(Customer customer) {
        return jdbc.call(
                customer.merchant(),
                () -> new ShelfBody(
                        gifts.onOffer().stream().map(ShelfGiftBody::of).toList()));
    }

    /** Takes one. The same {@code Idempotency-Key} again is the same gift, not a second one. */
    @PostMapping("/api/gifts/{id}/redemptions")
    Mono<ResponseEntity<byte[]>> redeem(Customer customer, @PathVariable long id, ServerHttpRequest request) {
        var member = customer.joined();
        var wish = Repeatable.of(request, "member:" + member.value(), Map.of());
        return jdbc.call(
                customer.merchant(),
                () -> answers.once(
                        wish,
                        HttpStatus.CREATED,
                        () -> RedemptionBody.of(redemptions.redeem(member, new GiftId(id)), zone())));
    }

    @GetMapping("/api/me/gifts")
    Mono<RedemptionsBody> mine(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            var page = redemptions.of(member, cursor, PAGE);
            return new RedemptionsBody(
                    page.items().stream()
                            .map(redemption -> RedemptionBody.of(redemption, zone()))
                            .toList(),
                    page.next());
        });
    }

    private ZoneId zone() {
        return merchants.current().zone();
    }
}
