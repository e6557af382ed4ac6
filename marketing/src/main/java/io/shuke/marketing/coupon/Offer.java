package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.List;

/** A promise of coupons (券活动). Once made it never changes; it can only be paused, and its stock raised. */
public record Offer(long id, String title, Benefit benefit, Terms terms, Giving giving) {

    public Offer {
        OfferRefusal.refuseUnless(Words.fits(title, 30), "名称要有 1 到 30 个字");
        if (benefit instanceof Benefit.FullReduction reduction) {
            OfferRefusal.refuseUnless(terms.thresholdFen() >= reduction.offFen(), "满减的门槛不能低于减免金额");
        }
    }

    /** A line for each rule, as the merchant reads them before he saves. */
    public List<String> words() {
        var words = new ArrayList<String>();
        words.add(benefit.kind().label() + "：" + benefit.words());
        words.addAll(terms.words());
        words.add(giving.words());
        return words;
    }
}
