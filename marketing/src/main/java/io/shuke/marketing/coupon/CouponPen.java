package io.shuke.marketing.coupon;

import io.shuke.member.ground.MerchantScope;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes new coupons, hundreds with one statement on the wire (the driver joins the rows); hence the merchant is written by
 * hand here and nowhere else in this feature.
 */
@Component
class CouponPen {

    /** A new coupon: what of it is read again, and what is not. */
    record Fresh(CouponRow row, byte[] hash, String actor) {}

    private static final String INSERT = "INSERT INTO coupon (merchant_id, id, offer_id, member_id, issued_to, n, way,"
            + " reference, actor, code_hash, code, state, valid_from, valid_until, issued_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate database;

    CouponPen(JdbcTemplate database) {
        this.database = database;
    }

    void insert(List<Fresh> coupons) {
        var merchant = MerchantScope.current().value();
        database.batchUpdate(INSERT, coupons, Math.max(1, coupons.size()), (mark, fresh) -> {
            var row = fresh.row();
            mark.setLong(1, merchant);
            mark.setLong(2, row.id());
            mark.setLong(3, row.offerId());
            mark.setLong(4, row.memberId());
            mark.setLong(5, row.issuedTo());
            mark.setInt(6, row.n());
            mark.setString(7, row.way());
            mark.setString(8, row.reference());
            mark.setString(9, fresh.actor());
            mark.setBytes(10, fresh.hash());
            mark.setBytes(11, row.code());
            mark.setString(12, row.state());
            mark.setTimestamp(13, Timestamp.from(row.validFrom()));
            mark.setTimestamp(14, Timestamp.from(row.validUntil()));
            mark.setTimestamp(15, Timestamp.from(row.issuedAt()));
        });
    }
}
