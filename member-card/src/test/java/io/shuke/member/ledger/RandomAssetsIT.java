package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ten thousand steps over everything a member can own: points and those that are pending, growth, principal and gift, stamps
 * and passes; earned, spent, held, matured, expired and refunded, against {@link Model}. Repeat one with {@code -Dseed=…}.
 */
@ShopTest
class RandomAssetsIT {

    private record Person(MemberId member, Map<Asset, Model> owns) {

        Model owns(Asset asset) {
            return owns.computeIfAbsent(asset, any -> new Model());
        }
    }

    private record Held(Person person, Asset asset, String reference, long amount, Instant until) {}

    private record Earned(Person person, Asset asset, String reference) {}

    private static final int STEPS = 10_000;
    private static final List<Asset> SPENDABLE =
            List.of(Asset.POINTS, Asset.PRINCIPAL, Asset.GIFT, Asset.stamps(1), Asset.passes(1));

    @Autowired
    Shop shop;

    @Autowired
    Holds holds;

    @Autowired
    PendingPoints pending;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Person> people = new ArrayList<>();
    private final List<Earned> moved = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private LocalDate day = LocalDate.of(2026, 1, 1);
    private int steps;

    @Test
    void theLedgerDoesWhatTheModelDoesWithEveryAsset() {
        System.out.println("random assets, -Dseed=" + seed);
        shop.open();
        shop.members(20).forEach(member -> people.add(new Person(member, new HashMap<>())));
        for (int round = 0; steps < STEPS; round++) {
            if (round % 12 == 0) {
                nextDay();
            }
            step();
            if (round % 60 == 0) {
                compare();
            }
        }
        compare();
        shop.booksAddUp();
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> post();
            case 3 -> hold();
            case 4 -> endHold();
            case 5, 6 -> refund();
            default -> overspend();
        }
    }

    /** Days pass; holds end, points mature, lots expire, in the order in which the program does it. */
    private void nextDay() {
        day = day.plusDays(1 + random.nextInt(35));
        shop.setDay(day);
        while (shop.in(() -> holds.releaseEnded(7)) > 0) {}
        held.removeIf(one -> {
            var over = !one.until().isAfter(shop.now());
            if (over) {
                one.person().owns(one.asset()).reverse(one.reference(), one.amount(), day);
            }
            return over;
        });
        while (shop.in(() -> pending.release(day, 5)) > 0) {}
        people.forEach(
                person -> person.owns(Asset.PENDING_POINTS).mature(day).forEach(points -> person.owns(Asset.POINTS)
                        .receive(points, Lifetime.ofEarned(Asset.POINTS, day))));
        if (random.nextInt(3) > 0) {
            shop.in(() -> shop.expiry.run(day, 1 + random.nextInt(20)));
            people.forEach(person -> person.owns().forEach((asset, model) -> {
                if (!asset.equals(Asset.PENDING_POINTS)) {
                    model.expire(day);
                }
            }));
        }
    }

    /** Several members and assets in one list, as a bill is. */
    private void post() {
        var list = new ArrayList<Movement>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            var person = anybody();
            var spent = SPENDABLE.get(random.nextInt(SPENDABLE.size()));
            var amount = 1 + random.nextInt(150);
            var reference = nextReference();
            if (random.nextInt(5) < 2 && person.owns(spent).spend(reference, amount)) {
                list.add(Movement.spend(person.member(), spent, amount, Reason.GIFT, new Reference(reference)));
                moved.add(new Earned(person, spent, reference));
            } else {
                list.add(earn(person, reference, amount));
            }
        }
        shop.in(() -> shop.ledger.post(list));
    }

    private Movement earn(Person person, String reference, long amount) {
        var asset =
                switch (random.nextInt(8)) {
                    case 0 -> Asset.PENDING_POINTS;
                    case 1 -> Asset.GROWTH;
                    case 2, 3 -> Asset.POINTS;
                    default -> SPENDABLE.get(random.nextInt(SPENDABLE.size()));
                };
        moved.add(new Earned(person, asset, reference));
        var earned = Movement.earn(person.member(), asset, amount, Reason.PURCHASE, new Reference(reference));
        if (!asset.expires()) {
            person.owns(asset).earn(reference, amount, Asset.FOREVER);
            return earned;
        }
        if (!asset.equals(Asset.PENDING_POINTS) && random.nextBoolean()) {
            person.owns(asset).earn(reference, amount, Lifetime.ofEarned(asset, day));
            return earned;
        }
        var until = day.plusDays(1 + random.nextInt(120));
        person.owns(asset).earn(reference, amount, until);
        return earned.goodThrough(until);
    }

    private void hold() {
        var person = anybody();
        var asset = SPENDABLE.get(random.nextInt(SPENDABLE.size()));
        var amount = 1 + random.nextInt(100);
        var reference = nextReference();
        var until = shop.now().plus(Duration.ofDays(random.nextInt(60)));
        var spend = Movement.spend(person.member(), asset, amount, Reason.GIFT, new Reference(reference));
        var possible = person.owns(asset).spend(reference, amount);
        assertThat(done(() -> shop.in(() -> holds.place(spend, until))))
                .as(where())
                .isEqualTo(possible);
        if (possible) {
            held.add(new Held(person, asset, reference, amount, until));
        }
    }

    private void endHold() {
        if (held.isEmpty()) {
            return;
        }
        steps++;
        var one = held.remove(random.nextInt(held.size()));
        var member = one.person().member();
        var reference = new Reference(one.reference());
        if (random.nextBoolean()) {
            inShop(() -> holds.release(member, one.asset(), reference));
            one.person().owns(one.asset()).reverse(one.reference(), one.amount(), day);
            return;
        }
        var taken = 1 + random.nextLong(one.amount());
        var over = !shop.now().isBefore(one.until());
        assertThat(done(() -> inShop(() -> holds.capture(member, one.asset(), reference, taken))))
                .as(where())
                .isEqualTo(!over);
        if (over) {
            held.add(one);
        } else if (taken < one.amount()) {
            one.person().owns(one.asset()).reverse(one.reference(), one.amount() - taken, day);
        }
    }

    private void refund() {
        if (moved.isEmpty()) {
            return;
        }
        var one = moved.get(random.nextInt(moved.size()));
        var part = 1 + random.nextInt(80);
        var reversal = Reversal.of(
                        one.person().member(),
                        one.asset(),
                        new Reference(one.reference()),
                        new Reference(nextReference()),
                        Reason.REFUND)
                .only(part);
        var model = one.person().owns(one.asset());
        var expected = one.asset().equals(Asset.PENDING_POINTS)
                ? model.reversePending(one.reference(), part, one.person().owns(Asset.POINTS))
                : model.reverse(one.reference(), part, day);
        assertThat(done(() -> shop.post(reversal))).as(where()).isEqualTo(expected);
    }

    private void overspend() {
        var person = anybody();
        var asset = SPENDABLE.get(random.nextInt(SPENDABLE.size()));
        var amount = Math.max(0, person.owns(asset).balance) + 1 + random.nextInt(5);
        var spend = Movement.spend(person.member(), asset, amount, Reason.GIFT, new Reference(nextReference()));
        assertThat(done(() -> shop.post(spend))).as(where()).isFalse();
    }

    private void compare() {
        for (var person : people) {
            var balances = shop.in(() -> shop.ledger.balances(person.member()));
            person.owns().forEach((asset, model) -> {
                assertThat(balances.getOrDefault(asset, 0L))
                        .as(asset + " " + where())
                        .isEqualTo(model.balance);
                if (asset.expires()) {
                    var lots = new LinkedHashMap<LocalDate, Long>();
                    shop.in(() -> shop.ledger.expiring(person.member(), asset, Asset.FOREVER))
                            .forEach(lot -> lots.put(lot.on(), lot.amount()));
                    model.lots.values().removeIf(none -> none == 0);
                    assertThat(lots).as(asset + " " + where()).isEqualTo(model.lots);
                }
            });
        }
    }

    private void inShop(Runnable work) {
        shop.in(() -> {
            work.run();
            return true;
        });
    }

    private Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private String nextReference() {
        return "r:" + steps++;
    }

    private String where() {
        return "step " + steps + ", -Dseed=" + seed;
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (LedgerRefusal refused) {
            return false;
        }
    }
}
