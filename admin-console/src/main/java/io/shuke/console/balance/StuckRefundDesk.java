package io.shuke.console.balance;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.balance.Refund;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Money that cannot go back by itself, and what a person does about it. */
@RestController
class StuckRefundDesk {

    private static final int SHOWN = 100;

    record StuckRefundDecisionBody(@Nullable String reason) {

        String why() {
            if (reason == null) {
                throw new ServerWebInputException("reason");
            }
            return reason.strip();
        }
    }

    /** @param text what stands against it, and what can be done */
    record StuckRefundBody(
            String id,
            String number,
            String memberId,
            @Nullable String chargeNumber,
            long amountFen,
            Refund.State state,
            String reason,
            String text,
            OffsetDateTime openedAt) {

        static StuckRefundBody of(Refund refund, ZoneId zone) {
            return new StuckRefundBody(
                    Long.toString(refund.id()),
                    refund.number(),
                    refund.member().toString(),
                    refund.charge() == null ? null : refund.chargeNumber(),
                    refund.amount().value(),
                    refund.state(),
                    refund.reason(),
                    text(refund.state()),
                    refund.openedAt().atZone(zone).toOffsetDateTime());
        }

        private static String text(Refund.State state) {
            return switch (state) {
                case UNDERWAY -> "微信退不到顾客原来的账户，可再试一次，或用其他方式付给顾客后在此登记";
                case FAILED -> "微信关闭了这笔退款，钱还在店里，可重新退款，或用其他方式付给顾客后在此登记";
                case DONE -> "已退给顾客";
                case REPLACED -> "已换新单号重新退款";
            };
        }
    }

    record StuckRefundsBody(List<StuckRefundBody> items) {}

    private final Refunds refunds;
    private final Merchants merchants;
    private final Jdbc jdbc;

    StuckRefundDesk(Refunds refunds, Merchants merchants, Jdbc jdbc) {
        this.refunds = refunds;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/balance/refunds")
    Mono<StuckRefundsBody> waiting(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new StuckRefundsBody(
                        refunds.waiting(SHOWN).stream().map(this::body).toList()));
    }

    @PostMapping("/console/api/balance/refunds/{id}/retry")
    Mono<StuckRefundBody> retry(ConsoleUser user, @PathVariable long id, @RequestBody StuckRefundDecisionBody body) {
        var why = body.why();
        return jdbc.call(user.merchant(), () -> body(refunds.retry(id, actor(user), why)));
    }

    /** It was paid otherwise, such as in cash. */
    @PostMapping("/console/api/balance/refunds/{id}/paid-by-hand")
    Mono<StuckRefundBody> paidByHand(
            ConsoleUser user, @PathVariable long id, @RequestBody StuckRefundDecisionBody body) {
        var why = body.why();
        return jdbc.call(user.merchant(), () -> body(refunds.paidByHand(id, actor(user), why)));
    }

    private StuckRefundBody body(Refund refund) {
        return StuckRefundBody.of(refund, merchants.current().zone());
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}
