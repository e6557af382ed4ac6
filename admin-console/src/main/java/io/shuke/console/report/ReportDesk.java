package io.shuke.console.report;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.PointsRules;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Grain;
import io.shuke.member.report.Period;
import io.shuke.member.report.Reports;
import io.shuke.member.report.StandingDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The report: as many periods as fit on a phone, read from what was written down at night; today is asked for live. */
@RestController
class ReportDesk {

    record ReportStoreBody(String id, String name) {}

    /** @param figures by the names of the definitions; money in 分. @param whole false for one that is still going on */
    record PeriodBody(LocalDate first, LocalDate last, boolean whole, Map<String, Long> figures) {}

    /** Coupons of one kind over all the periods. */
    record KindBody(String kind, String label, long issued, long used, long usedFen) {}

    /** What the shop owed when the day was over. @param pointsFen what the points would pay by the rules in force */
    record OwedBody(LocalDate day, long points, long pointsFen, long pointsEnding, long principalFen, long giftFen) {}

    record DefinitionBody(String name, String label, String unit, String words) {}

    /** @param madeAt when the newest of the periods was written down; null before the first night */
    record ReportBody(
            Grain grain,
            @Nullable String storeId,
            List<ReportStoreBody> stores,
            @Nullable OffsetDateTime madeAt,
            List<PeriodBody> periods,
            Map<String, Long> today,
            List<KindBody> couponKinds,
            @Nullable OwedBody owed,
            List<DefinitionBody> definitions) {}

    private final Reports reports;
    private final StoreView view;
    private final PointsRules rules;
    private final Merchants merchants;
    private final Jdbc jdbc;

    ReportDesk(Reports reports, StoreView view, PointsRules rules, Merchants merchants, Jdbc jdbc) {
        this.reports = reports;
        this.view = view;
        this.rules = rules;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /** @param store left out: the whole shop, or for somebody who belongs to stores the first of them */
    @GetMapping("/console/api/reports")
    Mono<ReportBody> report(
            ConsoleUser user,
            @RequestParam(defaultValue = "DAY") Grain grain,
            @RequestParam(required = false) @Nullable String store) {
        var wanted = store == null || store.isEmpty() ? null : id(store);
        return jdbc.call(user.merchant(), () -> body(user, grain, view.in(wanted, user)));
    }

    private static long id(String store) {
        return Ids.read(store).orElseThrow(() -> new ServerWebInputException("store"));
    }

    private ReportBody body(ConsoleUser user, Grain grain, long store) {
        var zone = merchants.current().zone();
        var periods = reports.periods(grain, many(grain), store);
        var today =
                reports.today().stream().filter(fact -> fact.store() == store).toList();
        var facts = facts(periods, grain, today);
        return new ReportBody(
                grain,
                store == 0 ? null : Long.toString(store),
                view.stores(user).stream()
                        .map(one -> new ReportStoreBody(Long.toString(one.id()), one.name()))
                        .toList(),
                madeAt(periods, zone),
                IntStream.range(0, periods.size())
                        .mapToObj(n -> body(periods.get(n), facts.get(n)))
                        .toList(),
                figures(today),
                kinds(facts.stream().flatMap(List::stream).toList()),
                store == 0 ? reports.standing().map(this::owed).orElse(null) : null,
                definitions(store));
    }

    /** Today's own day is live; a week or month that is going on stands as of last night, for people cannot be added up. */
    private static List<List<Fact>> facts(List<Period> periods, Grain grain, List<Fact> today) {
        var facts = new ArrayList<List<Fact>>();
        periods.forEach(period -> facts.add(period.facts()));
        if (grain == Grain.DAY) {
            facts.set(facts.size() - 1, today);
        }
        return facts;
    }

    private static int many(Grain grain) {
        return switch (grain) {
            case DAY -> 30;
            case WEEK, MONTH -> 13;
        };
    }

    private static @Nullable OffsetDateTime madeAt(List<Period> periods, ZoneId zone) {
        return periods.stream()
                .flatMap(period -> Stream.ofNullable(period.madeAt()))
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(zone).toOffsetDateTime())
                .orElse(null);
    }

    private static PeriodBody body(Period period, List<Fact> facts) {
        return new PeriodBody(period.first(), period.end().minusDays(1), period.isWhole(), figures(facts));
    }

    static Map<String, Long> figures(List<Fact> facts) {
        var figures = new LinkedHashMap<String, Long>();
        for (var definition : Definition.values()) {
            figures.put(definition.figure(), 0L);
        }
        facts.forEach(fact -> figures.computeIfPresent(fact.name(), (name, sum) -> sum + fact.amount()));
        return figures;
    }

    private static List<KindBody> kinds(List<Fact> facts) {
        var kinds = new TreeMap<String, Map<String, Long>>();
        facts.stream()
                .filter(fact -> !fact.part().isEmpty() && fact.name().startsWith("coupons-"))
                .forEach(fact -> kinds.computeIfAbsent(fact.part(), kind -> new TreeMap<>())
                        .merge(fact.name(), fact.amount(), Long::sum));
        return kinds.entrySet().stream()
                .map(kind -> new KindBody(
                        kind.getKey(),
                        Benefit.Kind.valueOf(kind.getKey()).label(),
                        kind.getValue().getOrDefault("coupons-issued", 0L),
                        kind.getValue().getOrDefault("coupons-used", 0L),
                        kind.getValue().getOrDefault("coupons-used-fen", 0L)))
                .toList();
    }

    private OwedBody owed(StandingDay day) {
        var points = day.amount("points-owed");
        return new OwedBody(
                day.day(),
                points,
                rules.current().offset().worthFen(points),
                day.amount("points-ending"),
                day.amount("principal-owed-fen"),
                day.amount("gift-owed-fen"));
    }

    private static List<DefinitionBody> definitions(long store) {
        return Arrays.stream(Definition.values())
                .filter(one -> store == 0 || one.isByStore())
                .map(one -> new DefinitionBody(one.figure(), one.label(), one.unit(), one.words()))
                .toList();
    }

    @GetMapping("/console/api/reports/export")
    Mono<Void> export(
            ConsoleUser user,
            @RequestParam(defaultValue = "DAY") Grain grain,
            @RequestParam(required = false) @Nullable String store,
            ServerHttpResponse response) {
        var wanted = store == null || store.isEmpty() ? null : id(store);
        return jdbc.call(user.merchant(), () -> body(user, grain, view.in(wanted, user)))
                .flatMap(report -> Download.send(response, name(grain), Flux.just(sheet(report))));
    }

    private static String name(Grain grain) {
        return switch (grain) {
            case DAY -> "日报.xlsx";
            case WEEK -> "周报.xlsx";
            case MONTH -> "月报.xlsx";
        };
    }

    private static byte[] sheet(ReportBody report) {
        var titles = report.definitions().stream().map(one -> one.label() + "（" + one.unit() + "）");
        var sheet = new Spreadsheet(
                "报表", Stream.concat(Stream.of("从", "到", "是否完整"), titles).toList());
        for (var period : report.periods()) {
            var cells = new ArrayList<Object>(
                    List.of(period.first().toString(), period.last().toString(), period.whole() ? "完整" : "还在进行"));
            report.definitions().forEach(one -> cells.add(cell(one.name(), period)));
            sheet.row(cells);
        }
        return sheet.end();
    }

    private static Object cell(String name, PeriodBody period) {
        var amount = period.figures().getOrDefault(name, 0L);
        return name.endsWith("-fen") ? BigDecimal.valueOf(amount, 2) : amount;
    }
}
