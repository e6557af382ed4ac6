package io.shuke.console.coupon;

import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Way;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/** An offer as it is asked for. @param stock null is no limit */
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
