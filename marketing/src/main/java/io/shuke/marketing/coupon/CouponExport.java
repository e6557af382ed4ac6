package io.shuke.marketing.coupon;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member's coupons among everything that is held on him, without their codes. */
@Component
class CouponExport implements ExportPart {

    private final Coupons coupons;

    CouponExport(Coupons coupons) {
        this.coupons = coupons;
    }

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        var entries = new ArrayList<Map<String, Object>>();
        @Nullable String cursor = null;
        do {
            var page = coupons.wallet(member, cursor, 100);
            page.items()
                    .forEach(one -> entries.add(Map.of(
                            "title", one.coupon().offer().title(),
                            "state", one.coupon().state().name(),
                            "way", one.coupon().way().name(),
                            "issuedAt", one.coupon().issuedAt(),
                            "until", one.coupon().until())));
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }
}
