package io.shuke.console.coupon;

import io.shuke.marketing.coupon.Benefit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * What a coupon is good for; which fields count depends on the kind.
 *
 * @param fen what is taken off (满减, 代金), or the most that may be (折扣, 运费), in 分
 * @param percent what is paid: 85 is 8.5 折
 */
record BenefitBody(
        Benefit.@Nullable Kind kind,
        @Nullable Long fen,
        @Nullable Integer percent,
        @Nullable Integer pairs,
        @Nullable String sku,
        @Nullable String name) {

    static BenefitBody of(Benefit benefit) {
        if (benefit instanceof Benefit.Exchange one) {
            return new BenefitBody(one.kind(), null, null, null, one.sku(), one.name());
        }
        if (benefit instanceof Benefit.Gift one) {
            return new BenefitBody(one.kind(), null, null, null, one.sku(), one.name());
        }
        if (benefit instanceof Benefit.SecondHalf one) {
            return new BenefitBody(one.kind(), null, one.payPercent(), one.pairs(), null, null);
        }
        if (benefit instanceof Benefit.Discounted one) {
            return new BenefitBody(one.kind(), one.capFen(), one.payPercent(), null, null, null);
        }
        if (benefit instanceof Benefit.FullReduction one) {
            return new BenefitBody(one.kind(), one.offFen(), null, null, null, null);
        }
        if (benefit instanceof Benefit.Voucher one) {
            return new BenefitBody(one.kind(), one.worthFen(), null, null, null, null);
        }
        if (benefit instanceof Benefit.FreeShipping one) {
            return new BenefitBody(one.kind(), one.capFen(), null, null, null, null);
        }
        throw new IllegalStateException("no such benefit: " + benefit.kind());
    }

    Benefit toDomain() {
        if (kind == null) {
            throw new ServerWebInputException("a benefit has a kind");
        }
        return switch (kind) {
            case EXCHANGE -> new Benefit.Exchange(text(sku), text(name));
            case GIFT -> new Benefit.Gift(text(sku), text(name));
            case SECOND_HALF -> new Benefit.SecondHalf(percent == null ? 50 : percent, pairs == null ? 1 : pairs);
            case DISCOUNT -> new Benefit.Discounted(percent == null ? 0 : percent, fen == null ? 0 : fen);
            case FULL_REDUCTION -> new Benefit.FullReduction(fen == null ? 0 : fen);
            case VOUCHER -> new Benefit.Voucher(fen == null ? 0 : fen);
            case SHIPPING -> new Benefit.FreeShipping(fen == null ? 0 : fen);
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
