package io.shuke.member.points;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
@Tag("bench")
class LedgerBenchIT {

    @Autowired
    Shop shop;

    @Test
    void microsecondsAMovementInAListOfTwoHundred() {
        shop.open();
        var members = shop.members(2000);
        for (int round = 0; round < 8; round++) {
            var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                var list = list(members.subList(i % 10 * 200, i % 10 * 200 + 200), "a:" + round + ":" + i);
                shop.in(() -> shop.ledger.post(list));
            }
            var wall = System.nanoTime() - start;
            var used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            System.out.printf(
                    "round %d: %.1f us a movement, %.1f us of them CPU here%n", round, wall / 20e6, used / 20e6);
        }
    }

    private static List<Movement> list(List<MemberId> members, String reference) {
        return members.stream()
                .map(member -> Movement.earn(member, new Points(5), Reason.CHECK_IN, new Reference(reference)))
                .toList();
    }
}
