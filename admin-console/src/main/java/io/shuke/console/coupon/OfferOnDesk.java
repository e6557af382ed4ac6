package io.shuke.console.coupon;

import io.shuke.marketing.coupon.OfferCost;
import io.shuke.marketing.coupon.OfferView;
import io.shuke.marketing.coupon.Way;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An offer as the merchant sees it. @param redeemed how many of its coupons are used */
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
        long redeemed,
        boolean paused,
        List<String> words,
        OfferCost cost) {

    static OfferOnDesk of(OfferView view, long redeemed) {
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
                redeemed,
                stock.paused(),
                offer.words(),
                OfferCost.of(offer.benefit(), stock.total()));
    }
}
