package io.shuke.member.points;

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
        shop.open();
        shop.members(30).forEach(member -> people.add(new Person(member, new Model())));
        for (int step = 0; step < STEPS; step++) {
            if (step % 100 == 0) {
                day = day.plusDays(random.nextInt(40));
                shop.setDay(day);
            }
            var person = anybody();
            step(step, person.member(), person.model());
            if (step % 500 == 499) {
                compare(step);
            }
        }
        compare(STEPS);
        shop.booksAddUp();
    }

    private void step(int step, MemberId member, Model model) {
        var points = 1 + random.nextInt(200);
        var reference = "r:" + step;
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> earnMany(reference);
            case 4, 5, 6 -> spend(step, member, model, points);
            case 7 -> reverse(step, member, model, points);
            case 8 -> repeat(member, model);
            default -> expireSometimes();
        }
    }

    /** Several members, one of them perhaps twice, in one list. */
    private void earnMany(String reference) {
        var list = new ArrayList<Movement>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var person = anybody();
            var points = 1 + random.nextInt(200);
            var own = reference + ":" + i;
            var expiresOn = random.nextInt(3) == 0 ? day.plusDays(random.nextInt(200)) : Lifetime.ofEarned(day);
            list.add(Movement.earn(person.member(), new Points(points), Reason.PURCHASE, new Reference(own))
                    .goodThrough(expiresOn));
            person.model().earn(own, points, expiresOn);
            references.add(own);
        }
        shop.in(() -> shop.ledger.post(list));
    }

    private void spend(int step, MemberId member, Model model, long points) {
        var reference = "r:" + step;
        assertThat(done(() -> shop.spend(member, points, reference)))
                .as(where(step))
                .isEqualTo(model.spend(reference, points));
        references.add(reference);
    }

    private void reverse(int step, MemberId member, Model model, long points) {
        if (references.isEmpty()) {
            return;
        }
        var original = references.get(random.nextInt(references.size()));
        var reversal = PointsLedgerIT.reversal(member, original, "r:" + step).only(new Points(points));
        assertThat(done(() -> shop.reverse(reversal))).as(where(step)).isEqualTo(model.reverse(original, points, day));
    }

    /** What was asked before is asked again, with other contents: nothing moves. */
    private void repeat(MemberId member, Model model) {
        model.done.keySet().stream().findFirst().ifPresent(known -> assertThat(
                        done(() -> shop.earn(member, 999_999, known)))
                .isFalse());
    }

    private void expireSometimes() {
        if (random.nextInt(5) == 0) {
            shop.in(() -> shop.expiry.run(day, 1 + random.nextInt(20)));
            people.forEach(person -> person.model().expire(day));
        }
    }

    private void compare(int step) {
        people.forEach(person -> {
            var member = person.member();
            var model = person.model();
            assertThat(shop.balance(member)).as(where(step)).isEqualTo(model.balance);
            var lots = new LinkedHashMap<LocalDate, Long>();
            shop.lots(member).forEach(lot -> lots.put(lot.on(), lot.points().value()));
            model.lots.values().removeIf(none -> none == 0);
            assertThat(lots).as(where(step)).isEqualTo(model.lots);
        });
    }

    private Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private String where(int step) {
        return "step " + step + ", -Dseed=" + seed;
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (PointsRefusal refused) {
            return false;
        }
    }
}
