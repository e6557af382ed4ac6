package io.shuke.console.privacy;

import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.pass.Passes;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.MemberId;
import org.springframework.stereotype.Component;

/** What a member still owns, for whoever is about to delete him. */
@Component
class Estate {

    /**
     * @param principalFen paid in by himself: it must have been paid back first
     * @param coupons that he could still use, in pieces
     */
    record Owned(long points, long principalFen, long giftFen, int coupons, int passes) {}

    private final Ledger ledger;
    private final Coupons coupons;
    private final Passes passes;

    Estate(Ledger ledger, Coupons coupons, Passes passes) {
        this.ledger = ledger;
        this.coupons = coupons;
        this.passes = passes;
    }

    Owned of(MemberId member) {
        var balances = ledger.balances(member);
        return new Owned(
                balances.getOrDefault(Asset.POINTS, 0L),
                balances.getOrDefault(Asset.PRINCIPAL, 0L),
                balances.getOrDefault(Asset.GIFT, 0L),
                coupons.inWallet(member),
                (int) passes.of(member).stream().filter(held -> held.left() > 0).count());
    }
}
