package io.shuke.console.approval;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How much one person may do alone at the merchant in scope. */
@Service
public class HandLimits {

    private final WishMapper mapper;

    HandLimits(WishMapper mapper) {
        this.mapper = mapper;
    }

    public Limits current() {
        var row = mapper.limits();
        return row == null
                ? Limits.USUAL
                : new Limits(
                        row.version(),
                        row.points(),
                        row.balanceFen(),
                        row.refundFen(),
                        row.chargeFen(),
                        row.coupons(),
                        row.secondFactor());
    }

    /** @param wish with the version that it was made from */
    public void change(Limits wish) {
        var row = new WishMapper.LimitsRow(
                Math.max(wish.version(), 1),
                wish.points(),
                wish.balanceFen(),
                wish.refundFen(),
                wish.chargeFen(),
                wish.coupons(),
                wish.secondFactor());
        if (wish.version() > 0) {
            if (mapper.updateLimits(row) == 0) {
                throw ApprovalRefusal.limitsChanged();
            }
            return;
        }
        try {
            mapper.insertLimits(row);
        } catch (DuplicateKeyException meanwhile) {
            throw ApprovalRefusal.limitsChanged();
        }
    }
}
