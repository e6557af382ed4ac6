package io.shuke.marketing.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to an offer.
 *
 * @param total the new stock, for {@link What#RESTOCKED}
 * @param by such as {@code staff:7}
 */
public record OfferChange(What what, @Nullable Long total, String by, Instant at) {

    /** All that can be done to it; what it promises never changes. */
    public enum What {
        MADE("新建"),
        PAUSED("暂停领取"),
        RESUMED("恢复领取"),
        RESTOCKED("改库存");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
