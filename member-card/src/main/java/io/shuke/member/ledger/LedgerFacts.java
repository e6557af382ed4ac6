package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Points that came and went, and what is owed. */
@Component
class LedgerFacts implements Facts {

    /** How far ahead somebody plans. */
    private static final int DAYS_AHEAD = 30;

    private final LedgerFactMapper mapper;

    LedgerFacts(LedgerFactMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var moved = mapper.moved(Asset.POINTS.code(), Ids.from(stretch.from()), Ids.from(stretch.until())).stream()
                .collect(Collectors.toMap(LedgerFactMapper.CounterRow::counter, LedgerFactMapper.CounterRow::amount));
        return List.of(
                Fact.of("points-issued", -of(Counter.ISSUED, moved)),
                Fact.of("points-used", of(Counter.REDEEMED, moved)),
                Fact.of("points-expired", of(Counter.EXPIRED, moved)));
    }

    private static long of(Counter counter, Map<Long, Long> moved) {
        return moved.getOrDefault(counter.id(), 0L);
    }

    @Override
    public List<Fact> standing(LocalDate day) {
        var owed = mapper.owed().stream().map(row -> Fact.of(name(row.asset()), row.amount()));
        var ending = mapper.ending(Asset.POINTS.code(), day.plusDays(1), day.plusDays(DAYS_AHEAD));
        return Stream.concat(owed, Stream.of(Fact.of("points-ending", ending))).toList();
    }

    private static String name(String asset) {
        return asset.equals(Asset.POINTS.code())
                ? "points-owed"
                : asset.equals(Asset.PRINCIPAL.code()) ? "principal-owed-fen" : "gift-owed-fen";
    }
}
