package io.shuke.member.balance;

import io.shuke.member.ledger.Violation;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Reads the ledger's rows beside our own, as every check of the books must; see {@link ChargeCheck}. */
@Mapper
interface ChargeCheckMapper {

    @Select(
            "SELECT 'I28 credited is what was paid' AS rule, COALESCE(MAX(m.account_id), 0) AS account, c.id AS subject, CONCAT('paid ', c.pay_fen, ', credited ',"
                    + " COALESCE(SUM(e.amount), 0)) AS detail FROM charge c LEFT JOIN movement m"
                    + " ON m.reference = CONCAT('charge:', c.id) AND m.reason = 'CHARGE'"
                    + " LEFT JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id"
                    + " WHERE c.credited_at IS NOT NULL GROUP BY c.id, c.pay_fen HAVING COALESCE(SUM(e.amount), 0) <> c.pay_fen")
    List<Violation> creditedIsNotPaid();

    @Select(
            "SELECT 'I28 gift is what was promised' AS rule, COALESCE(MAX(m.account_id), 0) AS account, c.id AS subject, CONCAT('promised ', c.gift_fen, ', given ',"
                    + " COALESCE(SUM(e.amount), 0)) AS detail FROM charge c LEFT JOIN movement m"
                    + " ON m.reference = CONCAT('charge:', c.id) AND m.reason = 'CHARGE_GIFT'"
                    + " LEFT JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id"
                    + " WHERE c.credited_at IS NOT NULL GROUP BY c.id, c.gift_fen"
                    + " HAVING COALESCE(SUM(e.amount), 0) <> c.gift_fen")
    List<Violation> giftIsNotWhatWasPromised();

    @Select(
            "SELECT 'I28 nothing is credited unpaid' AS rule, m.account_id AS account, m.id AS subject, m.reference AS detail FROM movement m"
                    + " LEFT JOIN charge c ON m.reference = CONCAT('charge:', c.id) AND c.credited_at IS NOT NULL"
                    + " AND c.payment IS NOT NULL WHERE m.reason = 'CHARGE' AND c.id IS NULL")
    List<Violation> creditWithoutPayment();

    @Select(
            "SELECT 'I28 paid back once' AS rule, 0 AS account, c.id AS subject, CONCAT('paid ', c.pay_fen, ', refunded ',"
                    + " c.refunded_fen, ' in rows of ', COALESCE(SUM(r.amount_fen), 0)) AS detail FROM charge c"
                    + " LEFT JOIN charge_refund r ON r.charge_id = c.id AND r.state <> 'REPLACED' AND (r.state <> 'FAILED' OR NOT r.credited)"
                    + " GROUP BY c.id, c.pay_fen, c.refunded_fen"
                    + " HAVING c.refunded_fen > c.pay_fen OR c.refunded_fen <> COALESCE(SUM(r.amount_fen), 0)")
    List<Violation> refundedIsNotItsRefunds();

    @Select(
            "SELECT 'I28 paid back is withdrawn' AS rule, COALESCE(MAX(m.account_id), 0) AS account, r.id AS subject, CONCAT('refund ', r.amount_fen, ', withdrawn ',"
                    + " COALESCE(-SUM(e.amount), 0)) AS detail FROM charge_refund r LEFT JOIN movement m"
                    + " ON m.reference = CONCAT('pay-back:', r.id) AND m.reason = 'PAY_BACK'"
                    + " LEFT JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id"
                    + " WHERE r.credited GROUP BY r.id, r.amount_fen, r.gift_fen"
                    + " HAVING COALESCE(-SUM(e.amount), 0) <> r.amount_fen + r.gift_fen")
    List<Violation> refundIsNotWithdrawn();
}
