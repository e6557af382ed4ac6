package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Packet;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.BillMapper.BillRow;
import io.shuke.member.purchase.BillMapper.ItemRow;
import io.shuke.member.purchase.BillMapper.LineRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members (and strangers) bought. A bill is recorded once; what goes back goes back by refunds. */
@Service
public class Purchases {

    private static final int LARGEST_PAGE = 100;
    /** Bills; with their lines far below what a server takes at once. */
    private static final int A_PACKET = 200;

    private static final Duration HABIT = Duration.ofDays(120);
    /** A till's clock may be ahead of ours by this much. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final BillPen pen;
    private final GoodsPen goods;
    private final BillMapper mapper;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Purchases(
            BillPen pen,
            GoodsPen goods,
            BillMapper mapper,
            Summaries summaries,
            Merchants merchants,
            Ids ids,
            Clock clock) {
        this.pen = pen;
        this.goods = goods;
        this.mapper = mapper;
        this.summaries = summaries;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    public BillId nextId() {
        return new BillId(ids.next());
    }

    /**
     * Records a bill and counts it for its member. A repeated one returns the bill of the first time and changes nothing.
     *
     * @throws PurchaseRefusal {@code purchase.order-conflict} when the order number stands for something else
     */
    @Transactional
    public Recorded record(Bill bill) {
        if (bill.at().isAfter(clock.instant().plus(SKEW))) {
            throw PurchaseRefusal.inTheFuture();
        }
        try {
            write(List.of(bill));
        } catch (DuplicateKeyException known) {
            return new Recorded(repeated(bill), false);
        }
        return new Recorded(bill, true);
    }

    /**
     * Records many bills, none of which is known yet, some hundreds at a time: for whoever brings a history along. A known
     * order number is a {@link DuplicateKeyException} here, and nothing is recorded.
     */
    @Transactional
    public void record(List<Bill> bills) {
        for (int from = 0; from < bills.size(); from += A_PACKET) {
            write(bills.subList(from, Math.min(bills.size(), from + A_PACKET)));
        }
    }

    /** The bills themselves come first: a known order number ends the packet there. */
    private void write(List<Bill> bills) {
        var packet = new Packet();
        pen.write(packet, bills);
        pen.count(packet, bills);
        goods.count(packet, bills);
        pen.send(packet);
    }

    private Bill repeated(Bill bill) {
        var known = find(bill.order()).orElseThrow();
        if (!known.sameAs(bill)) {
            throw PurchaseRefusal.orderConflict(bill.order());
        }
        return known;
    }

    public Optional<Bill> find(Order order) {
        return Optional.ofNullable(mapper.byOrder(order)).map(this::withLines);
    }

    public Optional<Bill> bill(BillId id) {
        return Optional.ofNullable(mapper.one(id.value())).map(this::withLines);
    }

    /**
     * Takes goods or money of a bill back, never more than was paid. A repeated one returns the refund of the first time.
     *
     * @throws PurchaseRefusal when there is no such bill, or not so much left of it
     */
    @Transactional
    public Refunded refund(Refund refund) {
        var row = mapper.lock(refund.bill().value());
        if (row == null) {
            throw PurchaseRefusal.noSuchBill();
        }
        var bill = withLines(row);
        var known = mapper.refund(row.id(), refund.orderNo());
        if (known != null) {
            return repeated(refund, known, row, bill);
        }
        var returned = mapper.returned(row.id()).stream().collect(Collectors.toMap(ItemRow::line, ItemRow::quantity));
        var refunding = new Refunding(bill, row.refundedFen(), row.voided(), returned);
        var amount = refunding.amountOf(refund);
        var whole = refunding.endsWith(refund, amount);
        var id = ids.next();
        mapper.insertRefund(id, row.id(), refund.orderNo(), amount.value(), refund.at());
        refund.items().forEach(item -> mapper.insertItem(id, item.line(), item.quantity()));
        mapper.goesBack(row.id(), amount.value(), whole);
        if (bill.member() != null) {
            summaries.rebuild(bill.member());
        }
        return new Refunded(id, bill, amount, new Fen(refunding.left() - amount.value()), whole, true);
    }

    private Refunded repeated(Refund refund, BillMapper.RefundRow known, BillRow row, Bill bill) {
        var items = mapper.items(known.id()).stream()
                .map(item -> new Refund.Item(item.line(), item.quantity()))
                .collect(Collectors.toSet());
        var asked = refund.amount();
        if (!items.equals(Set.copyOf(refund.items())) || asked != null && asked.value() != known.amountFen()) {
            throw PurchaseRefusal.refundConflict(refund.orderNo());
        }
        var left = new Fen(row.paidFen() - row.refundedFen());
        return new Refunded(known.id(), bill, new Fen(known.amountFen()), left, row.voided(), false);
    }

    /** Newest first, with what has gone back. */
    public Slice<Bought> trail(MemberId member, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var page = Slice.of(mapper.trail(member.value(), before(cursor), limit + 1), limit, BillRow::id);
        return new Slice<>(bought(page.items()), page.next());
    }

    /** What the member usually does, in one sentence; empty when nothing is usual about him. */
    public Optional<String> habit(MemberId member) {
        var recently = clock.instant().minus(HABIT);
        var bills = trail(member, null, LARGEST_PAGE).items().stream()
                .filter(bought -> !bought.voided() && bought.bill().at().isAfter(recently))
                .map(Bought::bill)
                .toList();
        return Habit.of(bills, merchants.current().zone());
    }

    List<Bought> all(MemberId member) {
        return bought(mapper.trail(member.value(), Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    /**
     * All members' bills in force from {@code after} on, oldest first, for whoever reckons over them.
     *
     * @param last the last bill of the batch before, null to begin with
     */
    public List<Bill> since(Instant after, @Nullable Bill last, int size) {
        return bought(
                        last == null
                                ? mapper.since(after, 0, size)
                                : mapper.since(last.at(), last.id().value(), size))
                .stream()
                .map(Bought::bill)
                .toList();
    }

    /** Points that the member's bills in force gave in a stretch of time. */
    public long points(MemberId member, Instant from, Instant to) {
        return mapper.points(member.value(), from, to);
    }

    /** What these members together bought in a stretch of time. */
    public Spending spending(Collection<Long> members, Instant from, Instant to) {
        return members.isEmpty() ? Spending.NOTHING : mapper.spending(members, from, to);
    }

    private Bill withLines(BillRow row) {
        return row.toDomain(mapper.lines(List.of(row.id())));
    }

    private List<Bought> bought(List<BillRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var lines = mapper.lines(rows.stream().map(BillRow::id).toList()).stream()
                .collect(Collectors.groupingBy(LineRow::billId));
        return rows.stream()
                .map(row -> new Bought(
                        row.toDomain(lines.getOrDefault(row.id(), List.of())),
                        new Fen(row.refundedFen()),
                        row.voided()))
                .toList();
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        return Ids.read(cursor).orElseThrow(PurchaseRefusal::badCursor);
    }
}
