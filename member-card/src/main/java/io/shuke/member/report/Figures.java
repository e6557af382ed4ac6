package io.shuke.member.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes periods down and reads them. What is told of a period is written anew as a whole, so writing it twice changes nothing. */
@Component
class Figures {

    private static final int AT_ONCE = 200;

    private final FigureMapper mapper;
    private final List<Facts> facts;
    private final Clock clock;

    Figures(FigureMapper mapper, List<Facts> facts, Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.clock = clock;
    }

    /** What has happened in it so far, from those who can tell it quickly. */
    List<Fact> quickly(Stretch stretch) {
        return told(facts.stream().filter(Facts::isQuick).toList(), stretch);
    }

    private static List<Fact> told(List<Facts> some, Stretch stretch) {
        return some.stream()
                .flatMap(feature -> feature.of(stretch).stream())
                .filter(fact -> fact.amount() != 0)
                .toList();
    }

    /**
     * @param end the day after the last one that is over
     * @return how many figures it has
     */
    @Transactional
    public int write(Grain grain, LocalDate first, LocalDate end, ZoneId zone) {
        return write(grain, first, end, told(facts, Stretch.of(first, end, zone)));
    }

    /** How the shop stands at the end of that day. */
    @Transactional
    public int stand(LocalDate day) {
        var all = facts.stream().flatMap(one -> one.standing(day).stream()).toList();
        return write(StandingDay.GRAIN, day, day.plusDays(1), all);
    }

    private int write(Object grain, LocalDate first, LocalDate end, List<Fact> all) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        mapper.take(grain.toString(), first, end.minusDays(1), now);
        mapper.empty(grain.toString(), first);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            mapper.fill(grain.toString(), first, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return all.size();
    }

    /** How many figures were written down of it; empty when that has not been done. */
    OptionalInt written(Grain grain, LocalDate first) {
        var periods = mapper.periods(grain.name(), first, first.plusDays(1));
        return periods.isEmpty() ? OptionalInt.empty() : OptionalInt.of(mapper.many(grain.name(), first));
    }

    List<Period> read(Grain grain, LocalDate first, LocalDate until, long store) {
        var figures = mapper.figures(grain.name(), first, until, store);
        var made = mapper.periods(grain.name(), first, until);
        return Stream.iterate(first, day -> day.isBefore(until), day -> grain.plus(day, 1))
                .map(day -> period(grain, day, made, figures))
                .toList();
    }

    private static Period period(
            Grain grain, LocalDate day, List<FigureMapper.PeriodRow> made, List<FigureMapper.FigureRow> figures) {
        var row = made.stream().filter(one -> one.firstDay().equals(day)).findFirst();
        var facts = figures.stream()
                .filter(one -> one.firstDay().equals(day))
                .map(FigureMapper.FigureRow::toDomain)
                .toList();
        return new Period(
                day,
                grain.plus(day, 1),
                row.map(FigureMapper.PeriodRow::throughDay).orElse(null),
                row.map(FigureMapper.PeriodRow::madeAt).orElse(null),
                facts);
    }

    List<StandingDay> standings(LocalDate from, LocalDate until) {
        var figures = mapper.figures(StandingDay.GRAIN, from, until, 0);
        var days = new ArrayList<StandingDay>();
        for (var row : mapper.periods(StandingDay.GRAIN, from, until)) {
            var facts = figures.stream()
                    .filter(one -> one.firstDay().equals(row.firstDay()))
                    .map(FigureMapper.FigureRow::toDomain)
                    .toList();
            days.add(new StandingDay(row.firstDay(), row.madeAt(), facts));
        }
        return days;
    }
}
