package io.shuke.console.coupon;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.OfferCost;
import io.shuke.marketing.coupon.OfferView;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What the merchant offers. An offer is told in words, with its cost, before it is made; then it never changes. */
@RestController
class OfferDesk {

    private static final int PAGE = 20;

    /** @param stock null is no limit */
    record OfferWish(
            @Nullable String title,
            @Nullable BenefitBody benefit,
            @Nullable TermsBody terms,
            @Nullable List<@Nullable Way> ways,
            @Nullable OffsetDateTime claimFrom,
            @Nullable OffsetDateTime claimUntil,
            @Nullable Integer perMember,
            @Nullable Long pricePoints,
            @Nullable String word,
            @Nullable Long stock) {

        NewOffer toDomain() {
            if (title == null || benefit == null || terms == null) {
                throw new ServerWebInputException("an offer has a title, a benefit and terms");
            }
            var giving = new Giving(
                    named(ways),
                    claimFrom == null ? null : claimFrom.toInstant(),
                    claimUntil == null ? null : claimUntil.toInstant(),
                    perMember == null ? 1 : perMember,
                    pricePoints == null ? 0 : pricePoints,
                    word == null ? null : word.strip());
            return new NewOffer(title.strip(), benefit.toDomain(), terms.toDomain(), giving, stock);
        }

        private static Set<Way> named(@Nullable List<@Nullable Way> ways) {
            var named = new HashSet<Way>();
            for (var way : ways == null ? List.<@Nullable Way>of() : ways) {
                if (way == null) {
                    throw new ServerWebInputException("ways");
                }
                named.add(way);
            }
            return named;
        }
    }

    /** @param words a line for each rule */
    record OfferPreviewBody(List<String> words, OfferCost cost) {}

    record OfferOnDesk(
            String id,
            String title,
            BenefitBody benefit,
            TermsBody terms,
            Set<Way> ways,
            @Nullable OffsetDateTime claimFrom,
            @Nullable OffsetDateTime claimUntil,
            int perMember,
            long pricePoints,
            @Nullable String word,
            @Nullable Long total,
            long claimed,
            @Nullable Long remaining,
            boolean paused,
            List<String> words,
            OfferCost cost) {

        static OfferOnDesk of(OfferView view) {
            var offer = view.offer();
            var giving = offer.giving();
            var stock = view.stock();
            return new OfferOnDesk(
                    Long.toString(offer.id()),
                    offer.title(),
                    BenefitBody.of(offer.benefit()),
                    TermsBody.of(offer.terms()),
                    giving.ways(),
                    giving.from() == null ? null : giving.from().atOffset(ZoneOffset.UTC),
                    giving.until() == null ? null : giving.until().atOffset(ZoneOffset.UTC),
                    giving.perMember(),
                    giving.pricePoints(),
                    giving.word(),
                    stock.total(),
                    stock.claimed(),
                    stock.remaining(),
                    stock.paused(),
                    offer.words(),
                    OfferCost.of(offer.benefit(), stock.total()));
        }
    }

    record OffersOnDesk(List<OfferOnDesk> items, @Nullable String next) {}

    record PausedBody(@Nullable Boolean paused) {}

    record StockBody(@Nullable Long total) {}

    private final Offers offers;
    private final Jdbc jdbc;

    OfferDesk(Offers offers, Jdbc jdbc) {
        this.offers = offers;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/offers")
    Mono<OffersOnDesk> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> offers.page(cursor, PAGE))
                .map(page -> new OffersOnDesk(
                        page.items().stream().map(OfferOnDesk::of).toList(), page.next()));
    }

    @GetMapping("/console/api/offers/{id}")
    Mono<OfferOnDesk> one(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> offers.view(id)).map(OfferOnDesk::of);
    }

    @PostMapping("/console/api/offers/preview")
    Mono<OfferPreviewBody> preview(ConsoleUser user, @RequestBody OfferWish wish) {
        var asked = wish.toDomain();
        return Mono.just(new OfferPreviewBody(asked.as(1).words(), OfferCost.of(asked.benefit(), asked.stock())));
    }

    @PostMapping("/console/api/offers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OfferOnDesk> create(ConsoleUser user, @RequestBody OfferWish wish) {
        var asked = wish.toDomain();
        return jdbc.call(
                        user.merchant(),
                        () -> offers.create(asked, "staff:" + user.staff().value()))
                .map(OfferOnDesk::of);
    }

    @PutMapping("/console/api/offers/{id}/paused")
    Mono<OfferOnDesk> pause(ConsoleUser user, @PathVariable long id, @RequestBody PausedBody body) {
        var paused = body.paused();
        if (paused == null) {
            throw new ServerWebInputException("paused");
        }
        return jdbc.call(user.merchant(), () -> offers.pause(id, paused)).map(OfferOnDesk::of);
    }

    @PutMapping("/console/api/offers/{id}/stock")
    Mono<OfferOnDesk> restock(ConsoleUser user, @PathVariable long id, @RequestBody StockBody body) {
        var total = body.total();
        if (total == null) {
            throw new ServerWebInputException("total");
        }
        return jdbc.call(user.merchant(), () -> offers.restock(id, total)).map(OfferOnDesk::of);
    }
}
