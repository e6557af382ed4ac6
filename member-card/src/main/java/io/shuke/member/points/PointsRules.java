package io.shuke.member.points;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.points.RulesMapper.FactorRow;
import io.shuke.member.points.RulesMapper.RulesRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How points are earned and how they pay, every version kept. */
@Service
public class PointsRules {

    /** Every bill asks for them; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final String LEVEL = "LEVEL";
    private static final String CATEGORY = "CATEGORY";
    private static final String STORE = "STORE";

    /** Both in one version. */
    public record Rules(EarningRules earning, CashOffset offset) {

        public static final Rules USUAL = new Rules(EarningRules.usual(), CashOffset.usual());
    }

    /** @param number 0 for the usual rules, which nobody has written */
    public record Version(int number, Rules rules) {}

    private record Known(Rules rules, Instant until) {}

    private final RulesMapper mapper;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    PointsRules(RulesMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Those in force, the usual ones for a merchant who has not written his own. */
    public Rules current() {
        var merchant = MerchantScope.current();
        var now = clock.instant();
        var remembered = known.get(merchant);
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.rules();
        }
        var rules = newest().rules();
        known.put(merchant, new Known(rules, now.plus(REMEMBERED)));
        return rules;
    }

    /** The rules as the database has them, for whoever is about to change them. */
    public Version newest() {
        var row = mapper.newest();
        return row == null
                ? new Version(0, Rules.USUAL)
                : new Version(row.version(), rules(row, mapper.factors(row.version())));
    }

    /** Puts a new version into force, whatever the one before was. */
    @Transactional
    public Version change(Rules rules) {
        return write(rules, newest().number() + 1);
    }

    /**
     * Puts a new version into force. Two owners who save at once: the second is told so by the version's key.
     *
     * @param seen the version that was changed
     * @throws PointsRefusal {@code points.rules-changed} when another is in force by now
     */
    @Transactional
    public Version change(Rules rules, int seen) {
        if (newest().number() != seen) {
            throw PointsRefusal.rulesChanged();
        }
        return write(rules, seen + 1);
    }

    private Version write(Rules rules, int version) {
        var earning = rules.earning();
        var offset = rules.offset();
        mapper.insert(
                new RulesRow(
                        version,
                        earning.pointsPerHundredYuan(),
                        earning.dailyCap(),
                        offset.pointsPerYuan(),
                        offset.sharePercent(),
                        offset.most().value()),
                clock.instant());
        earning.levels().forEach((step, rate) -> factor(version, LEVEL, step.toString(), rate));
        earning.categories().forEach((category, percent) -> factor(version, CATEGORY, category, percent));
        earning.stores().forEach((store, percent) -> factor(version, STORE, store.toString(), percent));
        earning.windows()
                .forEach(window ->
                        factor(version, window.kind().name(), Integer.toString(window.on()), window.percent()));
        known.remove(MerchantScope.current());
        return new Version(version, rules);
    }

    private void factor(int version, String kind, String subject, int value) {
        mapper.insertFactor(version, new FactorRow(kind, subject, value));
    }

    private static Rules rules(RulesRow row, List<FactorRow> factors) {
        var windows = factors.stream()
                .filter(factor -> !List.of(LEVEL, CATEGORY, STORE).contains(factor.kind()))
                .map(factor -> new Window(
                        Window.Kind.valueOf(factor.kind()), Integer.parseInt(factor.subject()), factor.value()))
                .toList();
        var earning = new EarningRules(
                row.rate(),
                by(factors, LEVEL, Integer::valueOf),
                by(factors, CATEGORY, Function.identity()),
                by(factors, STORE, Long::valueOf),
                windows,
                row.dailyCap());
        return new Rules(earning, new CashOffset(row.pointsPerYuan(), row.sharePercent(), new Fen(row.mostFen())));
    }

    private static <K> Map<K, Integer> by(List<FactorRow> factors, String kind, Function<String, K> subject) {
        return factors.stream()
                .filter(factor -> factor.kind().equals(kind))
                .collect(Collectors.toMap(factor -> subject.apply(factor.subject()), FactorRow::value));
    }
}
