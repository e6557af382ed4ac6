package io.shuke.member.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class GoodsIT {

    private static final List<String> NAMES = List.of("豆浆", "油条", "Latte", "latte", "茶叶蛋 ");
    private static final List<String> CATEGORIES = List.of("早点", "咖啡", "");

    @Autowired
    Counter shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void whatIsKeptIsWhatTheBillsSay() {
        var random = new SplittableRandom(20261125);
        var members = List.of(shop.anyMember(), shop.anyMember(), shop.anyMember());
        var bills = new ArrayList<Bill>();
        for (int i = 0; i < 150; i++) {
            shop.clock.setNoon(LocalDate.of(2026, 6, 1).plusDays(random.nextInt(150)), Counter.SHANGHAI);
            if (random.nextInt(4) > 0 || bills.isEmpty()) {
                bills.add(shop.record(bill(members.get(random.nextInt(3)), i, random))
                        .bill());
            } else {
                giveBack(bills.get(random.nextInt(bills.size())), i, random);
            }
        }
        shop.publish(new MergedMembers(7, members.get(0), members.get(1)));
        compare(members);
        shop.publish(new MergeUndone(7, members.get(0), members.get(1)));
        compare(members);
    }

    private void compare(List<MemberId> members) {
        for (var member : members) {
            var kept = goods(member);
            shop.rebuilt(member);
            assertThat(goods(member)).isEqualTo(kept);
        }
        assertThat(goods(members.get(2))).isNotEmpty();
    }

    private Bill bill(MemberId member, int number, SplittableRandom random) {
        var lines = new ArrayList<BillLine>();
        for (int line = 0; line <= random.nextInt(4); line++) {
            lines.add(new BillLine(
                    "",
                    NAMES.get(random.nextInt(NAMES.size())),
                    CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                    1 + random.nextInt(3),
                    new Fen(100 + random.nextInt(900))));
        }
        var order = new Order(1, Order.COUNTER, "g" + number);
        return Bill.of(shop.purchases.nextId(), order, member, lines, shop.clock.instant());
    }

    private void giveBack(Bill bill, int number, SplittableRandom random) {
        var items = random.nextBoolean() ? List.<Refund.Item>of() : List.of(new Refund.Item(1, 1));
        try {
            shop.refund(new Refund(bill.id(), "r" + number, items, null, shop.clock.instant()));
        } catch (PurchaseRefusal nothingLeft) {
            assertThat(nothingLeft.code()).startsWith("purchase.");
        }
    }

    @Test
    void aLineThatWentBackWhollyWasNotBought() {
        var member = shop.anyMember();
        var bill = shop.buy(member, "1", 700);
        shop.refund(new Refund(bill.id(), "r1", List.of(new Refund.Item(2, 1)), null, shop.clock.instant()));
        assertThat(goods(member)).extracting("name").containsExactlyInAnyOrder("豆浆", "茶叶蛋", "早点");

        shop.refund(new Refund(bill.id(), "r2", List.of(new Refund.Item(2, 1)), null, shop.clock.instant()));

        assertThat(goods(member)).extracting("name").containsExactlyInAnyOrder("豆浆", "早点");
    }

    private List<Map<String, Object>> goods(MemberId member) {
        return shop.database.queryForList(
                "SELECT shelf, name, bills, last_at FROM purchase_goods WHERE member_id = ? ORDER BY shelf, name",
                member.value());
    }
}
