package io.shuke.marketing.stamp;

import io.shuke.member.ground.Fen;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Refund;
import java.util.List;

/** What a stamp is given for, and when it goes back. */
public sealed interface Earning {

    /** How many stamps a bill is worth; whether the day's one has been given already is not asked here. */
    int stampsFor(Bill bill);

    /**
     * How many of a bill's stamps a refund takes back, unless it takes back the whole bill and with it all of them.
     *
     * @param items the pieces that went back
     * @param left what is still paid for the bill
     */
    int takenBackBy(Bill bill, List<Refund.Item> items, Fen left);

    /** One a day, however often somebody comes that day. */
    record PerVisit() implements Earning {

        @Override
        public int stampsFor(Bill bill) {
            return 1;
        }

        @Override
        public int takenBackBy(Bill bill, List<Refund.Item> items, Fen left) {
            return 0;
        }
    }

    /** One for every bill for which at least so much was paid. */
    record PerBill(Fen from) implements Earning {

        public PerBill {
            if (from.value() < 0) {
                throw StampRefusal.impossible("每单的最低金额不能小于 0");
            }
        }

        @Override
        public int stampsFor(Bill bill) {
            return bill.paid().value() >= from.value() ? 1 : 0;
        }

        @Override
        public int takenBackBy(Bill bill, List<Refund.Item> items, Fen left) {
            return stampsFor(bill) == 1 && left.value() < from.value() ? 1 : 0;
        }
    }

    /** One for every piece of these goods, named by the shop's own number or by their category. */
    record PerPiece(List<String> goods) implements Earning {

        private static final int MOST_GOODS = 50;
        private static final int LONGEST = 40;

        public PerPiece {
            goods = List.copyOf(goods);
            if (goods.isEmpty() || goods.size() > MOST_GOODS) {
                throw StampRefusal.impossible("要写明 1 到 50 种商品或分类");
            }
            if (goods.stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST)) {
                throw StampRefusal.impossible("商品编号或分类要有 1 到 40 个字");
            }
        }

        @Override
        public int stampsFor(Bill bill) {
            return bill.lines().stream()
                    .filter(this::counts)
                    .mapToInt(BillLine::quantity)
                    .sum();
        }

        @Override
        public int takenBackBy(Bill bill, List<Refund.Item> items, Fen left) {
            return items.stream()
                    .filter(item -> counts(bill.lines().get(item.line() - 1)))
                    .mapToInt(Refund.Item::quantity)
                    .sum();
        }

        private boolean counts(BillLine line) {
            return goods.contains(line.sku()) || goods.contains(line.category());
        }
    }
}
