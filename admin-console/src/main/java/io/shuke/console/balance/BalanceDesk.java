package io.shuke.console.balance;

import io.shuke.console.approval.ByHand;
import io.shuke.console.approval.ByHand.Why;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.balance.AtCounter;
import io.shuke.member.balance.Balances;
import io.shuke.member.balance.Purse;
import io.shuke.member.balance.Refund;
import io.shuke.member.balance.Refunds;
import io.shuke.member.balance.Way;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Money over the counter: in, and back. */
@RestController
class BalanceDesk {

    /** @param key made by the page, so that a repeated request takes the money once */
    record CashBody(
            @Nullable String memberId,
            long payFen,
            long giftFen,
            @Nullable String reason,
            @Nullable String key) {}

    record RefundWish(
            @Nullable String memberId,
            long amountFen,
            @Nullable String reason) {}

    record RefundBody(
            String id,
            @Nullable String chargeId,
            Way way,
            long amountFen,
            long giftFen,
            Refund.State state,
            String reason,
            OffsetDateTime at) {

        static RefundBody of(Refund refund, ZoneId zone) {
            return new RefundBody(
                    Long.toString(refund.id()),
                    refund.charge() == null ? null : refund.charge().toString(),
                    refund.way(),
                    refund.amount().value(),
                    refund.gift().value(),
                    refund.state(),
                    refund.reason(),
                    refund.openedAt().atZone(zone).toOffsetDateTime());
        }
    }

    /** @param repayableFen what may be paid back, principal only */
    record StoredBody(
            String memberId,
            long balanceFen,
            long principalFen,
            long giftFen,
            long repayableFen,
            List<RefundBody> refunds) {

        static StoredBody of(MemberId member, Purse purse, List<Refund> refunds, ZoneId zone) {
            return new StoredBody(
                    member.toString(),
                    purse.available().value(),
                    purse.principal().value(),
                    purse.gift().value(),
                    purse.repayable().value(),
                    refunds.stream().map(refund -> RefundBody.of(refund, zone)).toList());
        }
    }

    private final Balances balances;
    private final ByHand byHand;
    private final Refunds refunds;
    private final Members members;
    private final Merchants merchants;
    private final Jdbc jdbc;

    BalanceDesk(Balances balances, ByHand byHand, Refunds refunds, Members members, Merchants merchants, Jdbc jdbc) {
        this.balances = balances;
        this.byHand = byHand;
        this.refunds = refunds;
        this.members = members;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/balance/members/{id}")
    Mono<StoredBody> stored(ConsoleUser user, @PathVariable long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> stored(new MemberId(id)));
    }

    @PostMapping("/console/api/balance/charges")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StoredBody> charge(ConsoleUser user, @RequestBody CashBody body) {
        var cash = new AtCounter(
                member(body.memberId()),
                ChargePlanDesk.fen(body.payFen()),
                ChargePlanDesk.fen(body.giftFen()),
                actor(user),
                body.reason() == null ? "" : body.reason().strip(),
                body.key() == null ? "" : body.key());
        return jdbc.call(user.merchant(), () -> {
            byHand.charge(user, cash.member(), cash.pay(), cash.gift(), new Why(cash.reason(), cash.key()));
            return stored(cash.member());
        });
    }

    @PostMapping("/console/api/balance/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StoredBody> refund(
            ConsoleUser user,
            @RequestBody RefundWish body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var member = member(body.memberId());
        var amount = ChargePlanDesk.fen(body.amountFen());
        var reason = body.reason() == null ? "" : body.reason().strip();
        var why = new Why(reason, key == null ? UUID.randomUUID().toString() : key);
        return jdbc.call(user.merchant(), () -> {
            byHand.refund(user, member, amount, why);
            return stored(member);
        });
    }

    private StoredBody stored(MemberId member) {
        members.member(member);
        return StoredBody.of(
                member,
                balances.of(member),
                refunds.of(member),
                merchants.current().zone());
    }

    private static MemberId member(@Nullable String id) {
        return new MemberId(Ids.read(id).orElseThrow(() -> new ServerWebInputException("memberId")));
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}
