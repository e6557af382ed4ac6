package io.shuke.gateway.till;

import static java.util.Objects.requireNonNullElse;

import io.shuke.gateway.door.FirstAnswers;
import io.shuke.gateway.door.Repeatable;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.marketing.referral.Traces;
import io.shuke.marketing.stamp.Stamps;
import io.shuke.marketing.till.NewBill;
import io.shuke.marketing.till.RefundedBill;
import io.shuke.marketing.till.Refunds;
import io.shuke.marketing.till.Settlements;
import io.shuke.marketing.till.TillAlarms;
import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillRefusal;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Refund;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Settling bills and taking them back. */
@RestController
class BillEndpoint {

    private static final long MOST_FEN = 1_000_000_000;

    /** @param amountFen for the whole quantity, before any discount */
    record NewLineBody(
            @Nullable String sku,
            @Nullable String name,
            @Nullable String category,
            @Nullable Integer quantity,
            @Nullable Long amountFen) {

        BillLine toDomain() {
            if (name == null || amountFen == null) {
                throw RequestRefusal.malformed();
            }
            return new BillLine(
                    requireNonNullElse(sku, ""),
                    name,
                    requireNonNullElse(category, ""),
                    quantity == null ? 1 : quantity,
                    fen(amountFen));
        }
    }

    /** @param payer the account at WeChat or Alipay that the money came from, if the till knows it; kept as a hash only */
    record NewBillBody(
            @Nullable String storeId,
            @Nullable String orderNo,
            @Nullable String memberId,
            @Nullable List<@Nullable NewLineBody> lines,
            @Nullable List<@Nullable String> couponCodes,
            @Nullable Long pointsToSpend,
            @Nullable Long balanceFenToSpend,
            @Nullable Long paidFen,
            @Nullable String payer,
            @Nullable OffsetDateTime at) {

        NewBill toDomain() {
            if (storeId == null || orderNo == null || lines == null || paidFen == null) {
                throw RequestRefusal.malformed();
            }
            return new NewBill(
                    number(storeId),
                    orderNo,
                    memberId == null ? null : new MemberId(number(memberId)),
                    all(lines).stream().map(NewLineBody::toDomain).toList(),
                    couponCodes == null ? List.of() : all(couponCodes),
                    pointsToSpend == null ? 0 : pointsToSpend,
                    fen(balanceFenToSpend == null ? 0 : balanceFenToSpend),
                    fen(paidFen),
                    at == null ? null : at.toInstant());
        }

        /** The codes are as good as money. */
        @Override
        public String toString() {
            return "NewBillBody[" + orderNo + "]";
        }
    }

    /** @param line counted from 1 */
    record RefundLineBody(@Nullable Integer line, @Nullable Integer quantity) {

        Refund.Item toDomain() {
            if (line == null) {
                throw RequestRefusal.malformed();
            }
            return new Refund.Item(line, quantity == null ? 1 : quantity);
        }
    }

    record NewRefundBody(
            @Nullable String orderNo,
            @Nullable List<@Nullable RefundLineBody> lines,
            @Nullable Long amountFen) {}

    record RefundedBody(
            String id,
            String billId,
            String orderNo,
            long amountFen,
            long moneyFen,
            long balanceFen,
            long pointsTakenBack,
            long pointsGivenBack,
            long leftFen,
            boolean whole) {

        static RefundedBody of(RefundedBill one) {
            return new RefundedBody(
                    Long.toString(one.id()),
                    one.bill().toString(),
                    one.orderNo(),
                    one.amountFen(),
                    one.moneyFen(),
                    one.principalFen() + one.giftFen(),
                    one.pointsTakenBack(),
                    one.pointsGivenBack(),
                    one.leftFen(),
                    one.whole());
        }
    }

    private final Settlements settlements;
    private final Refunds refunds;
    private final Stamps stamps;
    private final Traces traces;
    private final TillAlarms alarms;
    private final FirstAnswers answers;
    private final CouponGuesses guesses;
    private final Clock clock;
    private final Jdbc jdbc;

    BillEndpoint(
            Settlements settlements,
            Refunds refunds,
            Stamps stamps,
            Traces traces,
            TillAlarms alarms,
            FirstAnswers answers,
            CouponGuesses guesses,
            Clock clock,
            Jdbc jdbc) {
        this.settlements = settlements;
        this.refunds = refunds;
        this.stamps = stamps;
        this.traces = traces;
        this.alarms = alarms;
        this.answers = answers;
        this.guesses = guesses;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** 201; also when the order number was settled before, with the answer of that time. */
    @PostMapping(value = "/till/v1/bills", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> settle(TillKey till, ServerHttpRequest request, @RequestBody NewBillBody body) {
        var bill = body.toDomain();
        var repeatable = Repeatable.of(request, "till:" + till.id().value(), body);
        var settling = jdbc.call(
                till.merchant(),
                () -> answers.once(repeatable, HttpStatus.CREATED, () -> settled(till, bill, body.payer())));
        return guesses.watch(till, bill, settling).onErrorResume(TillRefusal.class, refused -> alarmed(till, refused));
    }

    @PostMapping(value = "/till/v1/bills/{id}/refunds", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> refund(
            TillKey till, ServerHttpRequest request, @PathVariable String id, @RequestBody NewRefundBody body) {
        var bill = Ids.read(id);
        if (bill.isEmpty()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        if (body.orderNo() == null) {
            return Mono.error(RequestRefusal.malformed());
        }
        var refund = new Refund(
                new BillId(bill.getAsLong()),
                body.orderNo(),
                body.lines() == null
                        ? List.of()
                        : all(body.lines()).stream()
                                .map(RefundLineBody::toDomain)
                                .toList(),
                body.amountFen() == null ? null : fen(body.amountFen()),
                clock.instant());
        var repeatable = Repeatable.of(request, "till:" + till.id().value(), body);
        return jdbc.call(
                till.merchant(),
                () -> answers.once(
                        repeatable, HttpStatus.CREATED, () -> RefundedBody.of(refunds.refund(till, refund))));
    }

    /** Nothing of the bill is left, so it is told apart from it; whether or not that succeeds, the answer is no. */
    private Mono<ResponseEntity<byte[]>> alarmed(TillKey till, TillRefusal refused) {
        return Mono.justOrEmpty(refused.cap())
                .flatMap(cap -> jdbc.call(till.merchant(), () -> {
                    alarms.raise(till.id(), cap);
                    return true;
                }))
                .onErrorComplete()
                .then(Mono.error(refused));
    }

    private SettledBody settled(TillKey till, NewBill bill, @Nullable String payer) {
        var settlement = settlements.settle(till, bill).settlement();
        if (settlement.member() != null) {
            traces.seen(settlement.member(), Traces.Kind.PAYER, payer);
        }
        return SettledBody.of(settlement, stamps.words(settlement.id()));
    }

    private static long number(String id) {
        return Ids.read(id).orElseThrow(RequestRefusal::malformed);
    }

    private static Fen fen(long value) {
        if (value < 0 || value > MOST_FEN) {
            throw RequestRefusal.malformed();
        }
        return new Fen(value);
    }

    private static <T> List<T> all(List<@Nullable T> some) {
        var all = new ArrayList<T>();
        for (var one : some) {
            if (one == null) {
                throw RequestRefusal.malformed();
            }
            all.add(Objects.requireNonNull(one));
        }
        return all;
    }
}
