package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten thousand steps of thirty members over five years, against {@link Model}. Repeat one with {@code -Dseed=…}. */
@ShopTest
class RandomHistoryIT {

    private record Person(MemberId member, Model model) {}

    private static final int STEPS = 10_000;

    @Autowired
    Shop shop;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Person> people = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private LocalDate day = LocalDate.of(2026, 1, 1);

    @Test
    void theLedgerDoesWhatTheModelDoes() {
        System.out.println("random history, -Dseed=" + seed);
        shop.open();
        shop.members(30).forEach(member -> people.add(new Person(member, new Model())));
        for (int round = 0; references.size() < STEPS; round++) {
            if (round % 10 == 0) {
                day = day.plusDays(random.nextInt(40));
                shop.setDay(day);
            }
            step();
            if (round % 50 == 0) {
                compare();
            }
        }
        compare();
        shop.booksAddUp();
    }

    private void step() {
        var person = anybody();
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> post();
            case 4 -> overspend(person);
            case 5, 6 -> reverse(person);
            default -> {
                repeat(person);
                expireSometimes();
            }
        }
    }

    /** Several members in one list, some of them more than once: a transaction for each movement would take minutes. */
    private void post() {
        var list = new ArrayList<Movement>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            var person = anybody();
            var points = 1 + random.nextInt(200);
            var reference = nextReference();
            if (random.nextInt(5) < 2 && person.model().spend(reference, points)) {
                list.add(Movement.spend(person.member(), Asset.POINTS, points, Reason.GIFT, new Reference(reference)));
            } else {
                var expiresOn = random.nextInt(3) == 0
                        ? day.plusDays(random.nextInt(200))
                        : Lifetime.ofEarned(Asset.POINTS, day);
                person.model().earn(reference, points, expiresOn);
                list.add(Movement.earn(person.member(), Asset.POINTS, points, Reason.PURCHASE, new Reference(reference))
                        .goodThrough(expiresOn));
            }
        }
        shop.in(() -> shop.ledger.post(list));
    }

    private void overspend(Person person) {
        var points = Math.max(0, person.model().balance) + 1 + random.nextInt(5);
        assertThat(done(() -> shop.spend(person.member(), points, nextReference())))
                .as(where())
                .isFalse();
    }

    private void reverse(Person person) {
        if (references.isEmpty()) {
            return;
        }
        var known = List.copyOf(person.model().done.keySet());
        var original = known.isEmpty() || random.nextInt(4) == 0
                ? references.get(random.nextInt(references.size()))
                : known.get(random.nextInt(known.size()));
        var points = 1 + random.nextInt(100);
        var reversal =
                LedgerIT.reversal(person.member(), original, nextReference()).only(points);
        assertThat(done(() -> shop.post(reversal)))
                .as(where())
                .isEqualTo(person.model().reverse(original, points, day));
    }

    /** What was asked before is asked again, with other contents: nothing moves. */
    private void repeat(Person person) {
        person.model().done.keySet().stream().findFirst().ifPresent(known -> assertThat(
                        done(() -> shop.earn(person.member(), 999_999, known)))
                .isFalse());
    }

    private void expireSometimes() {
        if (random.nextInt(5) == 0) {
            shop.in(() -> shop.expiry.run(day, 1 + random.nextInt(20)));
            people.forEach(person -> person.model().expire(day));
        }
    }

    private String nextReference() {
        references.add("r:" + references.size());
        return references.get(references.size() - 1);
    }

    private void compare() {
        people.forEach(person -> {
            var member = person.member();
            var model = person.model();
            assertThat(shop.balance(member)).as(where()).isEqualTo(model.balance);
            var lots = new LinkedHashMap<LocalDate, Long>();
            shop.lots(member).forEach(lot -> lots.put(lot.on(), lot.amount()));
            model.lots.values().removeIf(none -> none == 0);
            assertThat(lots).as(where()).isEqualTo(model.lots);
        });
    }

    private Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private String where() {
        return "step " + references.size() + ", -Dseed=" + seed;
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
