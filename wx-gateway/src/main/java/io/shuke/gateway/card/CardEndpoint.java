package io.shuke.gateway.card;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Prepared;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.member.balance.Balances;
import io.shuke.member.card.Card;
import io.shuke.member.card.Cards;
import io.shuke.member.card.MemberCode;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
class CardEndpoint {

    record LevelBody(int step, String name) {}

    record CodeBody(String value, Instant expiresAt) {}

    /** @param levelProgress null while the ladder has one step only */
    record CardBody(
            String number,
            LevelBody level,
            @Nullable String levelProgress,
            long points,
            long balanceFen,
            int coupons,
            CodeBody code) {

        static CardBody of(Card card, Fen balance, int coupons, MemberCode code) {
            var level = new LevelBody(card.level().step(), card.level().name());
            return new CardBody(
                    card.number(),
                    level,
                    card.levelProgress(),
                    card.points(),
                    balance.value(),
                    coupons,
                    new CodeBody(code.value(), code.expiresAt()));
        }
    }

    record PicturesBody(String value, Instant expiresAt, String qrSvg, String barcodeSvg) {}

    private final Jdbc jdbc;
    private final Cards cards;
    private final Balances balances;
    private final Coupons coupons;
    private final CardCache cache;
    private final JsonMapper json;
    private final Clock clock;

    CardEndpoint(
            Jdbc jdbc, Cards cards, Balances balances, Coupons coupons, CardCache cache, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.balances = balances;
        this.coupons = coupons;
        this.cache = cache;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/me/card")
    Mono<Prepared<CardBody>> card(Customer customer) {
        var member = customer.joined();
        return cache.find(customer.merchant(), member).flatMap(found -> {
            if (found.content() != null) {
                return Mono.just(shown(customer, CardFace.of(found.content())));
            }
            var read = jdbc.call(customer.merchant(), () -> face(customer));
            return (found.mayBeKept() ? read.flatMap(face -> keep(customer, member, face)) : read)
                    .map(face -> shown(customer, face));
        });
    }

    /** Whatever is shown here and can change publishes {@code MembersChanged} when it does. */
    private CardFace face(Customer customer) {
        var card = cards.card(customer.joined());
        var code = cards.code(customer.merchant(), card.number());
        var balance = balances.of(customer.joined()).available();
        return CardFace.of(CardBody.of(card, balance, coupons.inWallet(customer.joined()), code), json);
    }

    private Mono<CardFace> keep(Customer customer, MemberId member, CardFace face) {
        return cache.keep(customer.merchant(), member, face.toBytes()).thenReturn(face);
    }

    private Prepared<CardBody> shown(Customer customer, CardFace face) {
        var code = cards.code(customer.merchant(), face.number());
        return new Prepared<>(face.with(json.writeValueAsBytes(new CodeBody(code.value(), code.expiresAt()))));
    }

    /**
     * A fresh code with its pictures, for the moment the member opens it at the counter. The answer is dated, for the
     * phone's own clock may be wrong.
     */
    @GetMapping("/api/me/card/code")
    Mono<ResponseEntity<PicturesBody>> code(Customer customer) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> cards.code(member))
                .map(code -> new PicturesBody(
                        code.value(), code.expiresAt(), Picture.qr(code.value()), Picture.code128(code.value())))
                .map(body -> ResponseEntity.ok()
                        .headers(headers -> headers.setDate(clock.millis()))
                        .body(body));
    }
}
