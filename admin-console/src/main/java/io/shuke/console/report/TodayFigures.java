package io.shuke.console.report;

import io.shuke.console.home.Figure;
import io.shuke.console.home.Figures;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Grain;
import io.shuke.member.report.Reports;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What today came to so far. */
@Component
@Order(30)
class TodayFigures implements Figures {

    private final Reports reports;

    TodayFigures(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<Figure> of(LocalDate today, ZoneId zone) {
        var now = reports.today();
        var before = reports.periods(Grain.DAY, 2, 0).get(0);
        var yesterday = before.isWhole() ? before.facts() : reports.day(today.minusDays(1));
        return List.of(
                figure("member-bills", "会员单", "单", now, yesterday),
                figure("member-takings-fen", "会员消费", "元", now, yesterday),
                figure("coupons-used", "用券", "张", now, yesterday),
                figure("points-issued", "发放积分", "分", now, yesterday));
    }

    private static Figure figure(String name, String label, String unit, List<Fact> now, List<Fact> yesterday) {
        return new Figure(name, label, unit, sum(name, now), sum(name, yesterday));
    }

    private static long sum(String name, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.store() == 0 && fact.name().equals(name))
                .mapToLong(Fact::amount)
                .sum();
    }
}
