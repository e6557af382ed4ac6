package io.shuke.marketing.push;

import io.shuke.marketing.coupon.Coupons;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What came of pushes: counted from what is known when it is asked. */
@Service
public class PushResults {

    private static final int AT_ONCE = 1_000;
    private static final int LONGEST = 90;

    private final Pushes pushes;
    private final RecipientMapper recipients;
    private final Purchases purchases;
    private final Coupons coupons;

    PushResults(Pushes pushes, RecipientMapper recipients, Purchases purchases, Coupons coupons) {
        this.pushes = pushes;
        this.recipients = recipients;
        this.purchases = purchases;
        this.coupons = coupons;
    }

    /** @param days after the first message */
    public PushResult of(long id, int days) {
        PushRefusal.refuseUnless(days >= 1 && days <= LONGEST, "天数在 1 到 " + LONGEST + " 之间");
        var push = pushes.push(id);
        var from = recipients.firstSent(id);
        var marks = recipients.marks(id);
        var until = from == null ? null : from.plus(Duration.ofDays(days));
        var spent = Spending.NOTHING;
        var compared = Spending.NOTHING;
        if (from != null && until != null) {
            spent = spending(id, RecipientState.SENT, from, until);
            compared = spending(id, RecipientState.HELD_OUT, from, until);
        }
        var given = push.offer() == null ? new Coupons.Response(0, 0) : coupons.response(push.offer(), "push:" + id);
        return new PushResult(
                from,
                days,
                marks.sent(),
                marks.delivered(),
                marks.opened(),
                spent.people(),
                spent.fen(),
                marks.heldOut(),
                compared.people(),
                compared.fen(),
                PushResult.extra(marks.sent(), spent.fen(), marks.heldOut(), compared.fen()),
                given.given(),
                given.used());
    }

    private Spending spending(long push, RecipientState state, Instant from, Instant until) {
        var sum = Spending.NOTHING;
        List<Long> members = recipients.members(push, state.name(), 0, AT_ONCE);
        while (!members.isEmpty()) {
            sum = sum.plus(purchases.spending(members, from, until));
            members = recipients.members(push, state.name(), members.get(members.size() - 1), AT_ONCE);
        }
        return sum;
    }
}
