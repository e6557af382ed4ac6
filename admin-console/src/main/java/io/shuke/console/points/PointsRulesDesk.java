package io.shuke.console.points;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.points.CashOffset;
import io.shuke.member.points.EarningRules;
import io.shuke.member.points.PointsRules;
import io.shuke.member.points.TryOut;
import io.shuke.member.points.Window;
import io.shuke.member.rules.RuleChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** How points are earned and how they pay: to read, to try on the last 90 days, to change. */
@RestController
class PointsRulesDesk {

    private static final long MOST_FEN = 100_000_000L;

    record WindowBody(Window.@Nullable Kind kind, int on, int percent) {}

    /** @param pointsPerYuan so many points pay one yuan; 0 when points do not pay */
    record OffsetBody(int pointsPerYuan, int sharePercent, long mostFen) {}

    /**
     * @param levels other rates by level step
     * @param categories percent by category, 0 for what does not earn
     * @param stores percent by store
     * @param version which was changed; without it the change is made whatever is in force
     */
    record RulesBody(
            int pointsPerHundredYuan,
            @Nullable Map<Integer, Integer> levels,
            @Nullable Map<String, Integer> categories,
            @Nullable Map<Long, Integer> stores,
            @Nullable List<@Nullable WindowBody> windows,
            @Nullable Long dailyCap,
            @Nullable OffsetBody offset,
            @Nullable Integer version) {

        static RulesBody of(PointsRules.Version version) {
            var rules = version.rules();
            var earning = rules.earning();
            var offset = rules.offset();
            return new RulesBody(
                    earning.pointsPerHundredYuan(),
                    earning.levels(),
                    earning.categories(),
                    earning.stores(),
                    new ArrayList<>(earning.windows().stream()
                            .map(window -> new WindowBody(window.kind(), window.on(), window.percent()))
                            .toList()),
                    earning.dailyCap(),
                    new OffsetBody(
                            offset.pointsPerYuan(),
                            offset.sharePercent(),
                            offset.most().value()),
                    version.number());
        }

        PointsRules.Rules toDomain() {
            if (offset == null || offset.mostFen() < 0 || offset.mostFen() > MOST_FEN) {
                throw new ServerWebInputException("offset");
            }
            var earning = new EarningRules(
                    pointsPerHundredYuan, known(levels), known(categories), known(stores), readWindows(), dailyCap);
            var pays = new CashOffset(offset.pointsPerYuan(), offset.sharePercent(), new Fen(offset.mostFen()));
            return new PointsRules.Rules(earning, pays);
        }

        private List<Window> readWindows() {
            var read = new ArrayList<Window>();
            for (var window : windows == null ? List.<WindowBody>of() : windows) {
                if (window == null || window.kind() == null) {
                    throw new ServerWebInputException("windows");
                }
                read.add(new Window(window.kind(), window.on(), window.percent()));
            }
            return read;
        }

        private static <K> Map<K, Integer> known(@Nullable Map<K, Integer> factors) {
            if (factors == null) {
                return Map.of();
            }
            if (factors.containsValue(null)) {
                throw new ServerWebInputException("a factor is a number");
            }
            return factors;
        }
    }

    private final PointsRules rules;
    private final TryOut tryOut;
    private final PointsRulesWords words;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    PointsRulesDesk(PointsRules rules, TryOut tryOut, PointsRulesWords words, RuleChanges changes, Jdbc jdbc) {
        this.rules = rules;
        this.tryOut = tryOut;
        this.words = words;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/points/rules")
    Mono<RulesBody> rules(ConsoleUser user) {
        return jdbc.call(user.merchant(), rules::newest).map(RulesBody::of);
    }

    @PutMapping("/console/api/points/rules")
    Mono<RulesBody> change(ConsoleUser user, @RequestBody RulesBody body) {
        var changed = body.toDomain();
        return jdbc.call(user.merchant(), () -> changes.make(user.actor(), () -> made(changed, body.version())))
                .map(RulesBody::of)
                .onErrorMap(DuplicateKeyException.class, lost -> ConsoleRefusal.changedMeanwhile());
    }

    private RuleChanges.Made<PointsRules.Version> made(PointsRules.Rules changed, @Nullable Integer seen) {
        var version = seen == null ? rules.change(changed) : rules.change(changed, seen);
        return new RuleChanges.Made<>(version, "points", version.number(), words.of(changed));
    }

    @PostMapping("/console/api/points/rules/try")
    Mono<TryOut.Result> tryOut(ConsoleUser user, @RequestBody RulesBody body) {
        var tried = body.toDomain();
        return jdbc.call(user.merchant(), () -> tryOut.of(tried));
    }
}
