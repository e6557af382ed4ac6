package io.shuke.gateway.level;

import io.shuke.gateway.door.Customer;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Progress;
import io.shuke.member.level.Rung;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ladder as the member sees it, and where he stands. */
@RestController
class LevelEndpoint {

    record BenefitsBody(
            int discountPercent,
            int pointsPercent,
            String birthdayGift,
            boolean priority,
            int freeDeliveries,
            boolean adviser) {

        static BenefitsBody of(Benefits benefits) {
            return new BenefitsBody(
                    benefits.discountPercent(),
                    benefits.pointsPercent(),
                    benefits.birthdayGift(),
                    benefits.priority(),
                    benefits.freeDeliveries(),
                    benefits.adviser());
        }
    }

    /** @param needs within the window, in the ladder's measure: money in 分 */
    record RungBody(int step, String name, long needs, boolean reached, BenefitsBody benefits) {

        static RungBody of(Rung rung, Progress progress) {
            return new RungBody(
                    rung.step(),
                    rung.level().name(),
                    rung.bar(),
                    rung.step() <= progress.level().step(),
                    BenefitsBody.of(rung.benefits()));
        }
    }

    /**
     * @param value within the window, in the same measure as {@code missing} and {@code toKeep}
     * @param text what it takes to the next level, in words
     */
    record LevelsBody(
            Measure measure,
            int windowMonths,
            int step,
            String name,
            long value,
            long missing,
            long toKeep,
            @Nullable LocalDate protectedUntil,
            @Nullable LocalDate boostedUntil,
            @Nullable String text,
            List<RungBody> items) {

        static LevelsBody of(Ladder ladder, Progress progress) {
            return new LevelsBody(
                    ladder.measure(),
                    ladder.windowMonths(),
                    progress.level().step(),
                    progress.level().name(),
                    progress.value(),
                    progress.missing(),
                    progress.toKeep(),
                    progress.protectedUntil(),
                    progress.boostedUntil(),
                    progress.text(),
                    ladder.rungs().stream()
                            .map(rung -> RungBody.of(rung, progress))
                            .toList());
        }
    }

    private final Jdbc jdbc;
    private final Levels levels;

    LevelEndpoint(Jdbc jdbc, Levels levels) {
        this.jdbc = jdbc;
        this.levels = levels;
    }

    @GetMapping("/api/me/levels")
    Mono<LevelsBody> levels(Customer customer) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> LevelsBody.of(levels.ladder(), levels.progress(member)));
    }
}
