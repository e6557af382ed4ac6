package io.shuke.console.level;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Level;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.level.Trial;
import io.shuke.member.rules.RuleChanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The ladder: to read, to try, to change. */
@RestController
class LevelDesk {

    /** @param threshold within the window, in the ladder's measure: money in 分 */
    record LadderRungBody(
            int step,
            @Nullable String name,
            long threshold,
            int sharePercent,
            int discountPercent,
            int pointsPercent,
            @Nullable String birthdayGift,
            boolean priority,
            int freeDeliveries,
            boolean adviser) {

        static LadderRungBody of(Rung rung) {
            var benefits = rung.benefits();
            return new LadderRungBody(
                    rung.step(),
                    rung.level().name(),
                    rung.threshold(),
                    rung.sharePercent(),
                    benefits.discountPercent(),
                    benefits.pointsPercent(),
                    benefits.birthdayGift(),
                    benefits.priority(),
                    benefits.freeDeliveries(),
                    benefits.adviser());
        }

        Rung toDomain() {
            if (name == null) {
                throw new ServerWebInputException("a level has a name");
            }
            var gift = birthdayGift == null ? "" : birthdayGift.strip();
            var benefits = new Benefits(discountPercent, pointsPercent, gift, priority, freeDeliveries, adviser);
            return new Rung(new Level(step, name.strip()), threshold, sharePercent, 0, benefits);
        }
    }

    /** @param version which was changed; without it the change is made whatever is in force */
    record LadderBody(
            @Nullable Measure measure,
            int windowMonths,
            int graceMonths,
            int protectionDays,
            int boostDays,
            int boostPercent,
            @Nullable List<@Nullable LadderRungBody> items,
            @Nullable Integer version) {

        static LadderBody of(Levels.Version version) {
            var ladder = version.ladder();
            return new LadderBody(
                    ladder.measure(),
                    ladder.windowMonths(),
                    ladder.graceMonths(),
                    ladder.protectionDays(),
                    ladder.boostDays(),
                    ladder.boostPercent(),
                    new ArrayList<>(
                            ladder.rungs().stream().map(LadderRungBody::of).toList()),
                    version.number());
        }

        Ladder toDomain() {
            if (measure == null || items == null) {
                throw new ServerWebInputException("a ladder has a measure and items");
            }
            var rungs = new ArrayList<Rung>();
            for (var item : items) {
                if (item == null) {
                    throw new ServerWebInputException("items");
                }
                rungs.add(item.toDomain());
            }
            return new Ladder(measure, windowMonths, graceMonths, protectionDays, boostDays, boostPercent, rungs);
        }
    }

    record LadderStepBody(int step, String name, long members) {}

    /** @param discountFen what the discounts would have cost in the last three months */
    record LadderTrialBody(List<LadderStepBody> items, long raised, long lowered, long discountFen) {

        static LadderTrialBody of(Trial trial) {
            var steps = trial.steps().stream()
                    .map(step ->
                            new LadderStepBody(step.level().step(), step.level().name(), step.members()))
                    .toList();
            return new LadderTrialBody(steps, trial.raised(), trial.lowered(), trial.discountFen());
        }
    }

    private final Levels levels;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    LevelDesk(Levels levels, RuleChanges changes, Jdbc jdbc) {
        this.levels = levels;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/levels")
    Mono<LadderBody> ladder(ConsoleUser user) {
        return jdbc.call(user.merchant(), levels::newest).map(LadderBody::of);
    }

    @PutMapping("/console/api/levels")
    Mono<LadderBody> change(ConsoleUser user, @RequestBody LadderBody body) {
        var ladder = body.toDomain();
        return jdbc.call(user.merchant(), () -> changes.make(user.actor(), () -> made(ladder, body.version())))
                .map(LadderBody::of)
                .onErrorMap(DuplicateKeyException.class, lost -> ConsoleRefusal.changedMeanwhile());
    }

    private RuleChanges.Made<Levels.Version> made(Ladder ladder, @Nullable Integer seen) {
        var version = seen == null ? levels.change(ladder) : levels.change(ladder, seen);
        return new RuleChanges.Made<>(version, "ladder", version.number(), LadderWords.of(ladder));
    }

    @PostMapping("/console/api/levels/try")
    Mono<LadderTrialBody> tryOut(ConsoleUser user, @RequestBody LadderBody body) {
        var ladder = body.toDomain();
        return jdbc.call(user.merchant(), () -> LadderTrialBody.of(levels.tryOut(ladder)));
    }
}
