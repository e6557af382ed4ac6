package io.shuke.member.ledger;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** One question an invariant; an answer is a violation. */
@Mapper
interface LedgerCheckMapper {

    @Select("""
            SELECT 'I01 balance is the sum of entries' AS rule, a.id AS account, a.id AS subject,
                   CONCAT(a.balance, ' but entries sum to ', COALESCE(SUM(e.amount), 0)) AS detail
            FROM ledger_account a LEFT JOIN entry e ON e.account_id = a.id
            WHERE a.id > #{after} AND a.id <= #{upTo}
            GROUP BY a.id, a.balance, a.seq
            HAVING a.balance <> COALESCE(SUM(e.amount), 0) OR a.seq <> COALESCE(MAX(e.seq), 0)""")
    List<Violation> balanceIsNotTheSum(long after, long upTo);

    /** The same as far as one entry tells it: the sum of all before is in its own balance. */
    @Select("""
            SELECT 'I01 balance is the sum of entries' AS rule, a.id AS account, a.id AS subject,
                   CONCAT(a.balance, ' but entries sum to ', COALESCE(e.balance_after, 0)) AS detail
            FROM ledger_account a LEFT JOIN entry e ON e.account_id = a.id AND e.seq = a.seq
            WHERE a.id > #{after} AND a.id <= #{upTo}
              AND (a.balance <> COALESCE(e.balance_after, 0) OR (a.seq > 0 AND e.seq IS NULL))""")
    List<Violation> balanceIsNotTheNewest(long after, long upTo);

    @Select("""
            SELECT 'I02 entries of a movement sum to zero' AS rule, m.account_id AS account, m.id AS subject,
                   CONCAT('they sum to ', SUM(e.amount)) AS detail
            FROM movement m JOIN entry e ON e.movement_id = m.id
            WHERE m.account_id > #{after} AND m.account_id <= #{upTo}
            GROUP BY m.id, m.account_id HAVING SUM(e.amount) <> 0""")
    List<Violation> movementIsNotBalanced(long after, long upTo);

    @Select("""
            SELECT 'I03 running balance and dense numbers' AS rule, r.account_id AS account, r.account_id AS subject,
                   CONCAT('entry ', r.seq, ' after ', r.seq_before, ', ', r.balance_before, ' and ', r.amount,
                          ' make ', r.balance_after) AS detail
            FROM (SELECT account_id, seq, amount, balance_after,
                         COALESCE(LAG(seq) OVER (PARTITION BY account_id ORDER BY seq), 0) AS seq_before,
                         COALESCE(LAG(balance_after) OVER (PARTITION BY account_id ORDER BY seq), 0) AS balance_before
                  FROM entry WHERE seq IS NOT NULL AND account_id > #{after} AND account_id <= #{upTo}) r
            WHERE r.seq <> r.seq_before + 1 OR r.balance_after <> r.balance_before + r.amount""")
    List<Violation> runningBalanceBreaks(long after, long upTo);

    /** Taking back, and a merge with an account that owed, may leave a debt; nothing else may. */
    @Select("""
            SELECT 'I04 nobody spends what is not there' AS rule, e.account_id AS account, e.account_id AS subject,
                   CONCAT(m.reason, ' left ', e.balance_after) AS detail
            FROM entry e JOIN movement m ON m.id = e.movement_id AND m.account_id = e.account_id
            WHERE e.account_id > #{after} AND e.account_id <= #{upTo}
              AND e.amount < 0 AND e.balance_after < 0 AND m.reason NOT IN ('REFUND', 'RELEASE', 'CORRECTION', 'MERGE')""")
    List<Violation> overspent(long after, long upTo);

    @Select("""
            SELECT 'I05 one event, one movement' AS rule, account_id AS account, account_id AS subject,
                   MIN(reference) AS detail
            FROM movement WHERE account_id > #{after} AND account_id <= #{upTo}
            GROUP BY account_id, reference HAVING COUNT(*) > 1""")
    List<Violation> postedTwice(long after, long upTo);

    @Select("""
            SELECT 'I06 a movement has two entries or more' AS rule, m.account_id AS account, m.id AS subject,
                   CONCAT('it has ', COUNT(e.account_id)) AS detail
            FROM movement m LEFT JOIN entry e ON e.movement_id = m.id
            WHERE m.account_id > #{after} AND m.account_id <= #{upTo}
            GROUP BY m.id, m.account_id
            HAVING COUNT(e.account_id) < 2 OR SUM(e.account_id = m.account_id) <> 1""")
    List<Violation> movementWithoutEntries(long after, long upTo);

    @Select("""
            SELECT 'I06 an entry has its movement' AS rule, e.account_id AS account, e.movement_id AS subject,
                   CONCAT('entry on account ', e.account_id) AS detail
            FROM entry e LEFT JOIN movement m ON m.id = e.movement_id WHERE m.id IS NULL AND e.account_id > #{after} AND e.account_id <= #{upTo}""")
    List<Violation> entryWithoutMovement(long after, long upTo);

    /** Every join stays within the merchant, so an account of another merchant is one that is not there. */
    @Select("""
            SELECT 'I07 all in one merchant' AS rule, e.account_id AS account, e.movement_id AS subject,
                   CONCAT('account ', e.account_id, ' is not this merchant''s') AS detail
            FROM entry e LEFT JOIN ledger_account a ON a.id = e.account_id
            WHERE e.account_id >= 100 AND a.id IS NULL AND e.account_id > #{after} AND e.account_id <= #{upTo}""")
    List<Violation> merchantCrossed(long after, long upTo);

    @Select("""
            SELECT 'I08 taken back no more than it was' AS rule, m.account_id AS account, m.id AS subject,
                   CONCAT(e.amount, ' of ', COALESCE(o.amount, 0)) AS detail
            FROM movement m
            JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id
            LEFT JOIN movement r ON r.id = m.reverses
            LEFT JOIN entry o ON o.movement_id = r.id AND o.account_id = r.account_id
            WHERE m.reverses IS NOT NULL AND m.account_id > #{after} AND m.account_id <= #{upTo}
              AND (o.amount IS NULL OR r.reverses IS NOT NULL
                   OR SIGN(e.amount) = SIGN(o.amount))""")
    List<Violation> wronglyReversed(long after, long upTo);

    @Select("""
            SELECT 'I08 taken back no more than it was' AS rule, o.account_id AS account, o.movement_id AS subject,
                   CONCAT(SUM(e.amount), ' of ', o.amount) AS detail
            FROM movement m
            JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id
            JOIN movement r ON r.id = m.reverses
            JOIN entry o ON o.movement_id = r.id AND o.account_id = r.account_id
            WHERE r.account_id > #{after} AND r.account_id <= #{upTo}
            GROUP BY o.movement_id, o.account_id, o.amount HAVING SUM(ABS(e.amount)) > ABS(o.amount)""")
    List<Violation> reversedTooMuch(long after, long upTo);

    @Select("""
            SELECT 'I32 time goes forward' AS rule, r.account_id AS account, r.account_id AS subject,
                   CONCAT('entry ', r.seq, ' of ', r.moved_at) AS detail
            FROM (SELECT e.account_id, e.seq, m.moved_at,
                         LAG(m.moved_at) OVER (PARTITION BY e.account_id ORDER BY e.seq) AS moved_before
                  FROM entry e JOIN movement m ON m.id = e.movement_id
                  WHERE e.seq IS NOT NULL AND e.account_id > #{after} AND e.account_id <= #{upTo}) r
            WHERE r.moved_at < r.moved_before OR r.moved_at > #{now}""")
    List<Violation> timeGoesBack(long after, long upTo, Instant now);

    @Select("""
            SELECT 'L1 lots sum to the balance' AS rule, a.id AS account, a.id AS subject,
                   CONCAT(a.balance, ' but lots sum to ', COALESCE(SUM(l.remaining), 0)) AS detail
            FROM ledger_account a LEFT JOIN lot l ON l.account_id = a.id
            WHERE a.asset NOT IN ('GROWTH', 'PRINCIPAL') AND a.id > #{after} AND a.id <= #{upTo}
            GROUP BY a.id, a.balance
            HAVING COALESCE(SUM(l.remaining), 0) <> GREATEST(a.balance, 0) OR COALESCE(MIN(l.remaining), 0) < 0""")
    List<Violation> lotsAreNotTheBalance(long after, long upTo);

    @Select("""
            SELECT 'L2 a lot is what went in less what came out' AS rule, t.account_id AS account, t.account_id AS subject,
                   CONCAT(t.expires_on, ': ', SUM(t.amount), ' too many') AS detail
            FROM (SELECT l.account_id, l.expires_on, -l.remaining AS amount FROM lot l
                  WHERE l.account_id > #{after} AND l.account_id <= #{upTo}
                  UNION ALL
                  SELECT u.account_id, u.expires_on, u.amount FROM lot_use u
                  WHERE u.account_id > #{after} AND u.account_id <= #{upTo}
                  UNION ALL
                  SELECT m.account_id, m.expires_on, e.amount
                  FROM movement m JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id
                  WHERE m.expires_on IS NOT NULL AND m.account_id > #{after} AND m.account_id <= #{upTo}) t
            GROUP BY t.account_id, t.expires_on HAVING SUM(t.amount) <> 0""")
    List<Violation> lotsAreNotTheirHistory(long after, long upTo);

    @Select("""
            SELECT 'I30 staff movements are chained' AS rule, m.account_id AS account, m.id AS subject,
                   CONCAT(m.reason, ' of ', m.actor, ' is not in the chain') AS detail
            FROM movement m LEFT JOIN staff_chain c ON c.movement_id = m.id
            WHERE m.actor LIKE 'staff:%' AND c.seq IS NULL AND m.account_id > #{after} AND m.account_id <= #{upTo}""")
    List<Violation> staffUnchained(long after, long upTo);
}
