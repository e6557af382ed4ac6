package io.shuke.member.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FigureMapper {

    record FigureRow(LocalDate firstDay, String name, long storeId, String part, long amount) {

        Fact toDomain() {
            return new Fact(name, storeId, part, amount);
        }
    }

    record PeriodRow(LocalDate firstDay, LocalDate throughDay, Instant madeAt) {}

    @Select("SELECT first_day, name, store_id, part, amount FROM report_figure WHERE grain = #{grain}"
            + " AND first_day >= #{from} AND first_day < #{until} AND store_id = #{store}")
    List<FigureRow> figures(String grain, LocalDate from, LocalDate until, long store);

    @Select("SELECT first_day, through_day, made_at FROM report_period WHERE grain = #{grain}"
            + " AND first_day >= #{from} AND first_day < #{until} ORDER BY first_day")
    List<PeriodRow> periods(String grain, LocalDate from, LocalDate until);

    @Select("SELECT COUNT(*) FROM report_figure WHERE grain = #{grain} AND first_day = #{first} AND store_id = 0")
    int many(String grain, LocalDate first);

    /** Takes the period's row: another node that writes the same waits, and writes the same again. */
    @Insert("INSERT INTO report_period (grain, first_day, through_day, made_at)"
            + " VALUES (#{grain}, #{first}, #{through}, #{at})"
            + " ON DUPLICATE KEY UPDATE through_day = VALUES(through_day), made_at = VALUES(made_at)")
    void take(String grain, LocalDate first, LocalDate through, Instant at);

    @Delete("DELETE FROM report_figure WHERE grain = #{grain} AND first_day = #{first}")
    void empty(String grain, LocalDate first);

    @Insert("<script>INSERT INTO report_figure (grain, first_day, name, store_id, part, amount) VALUES"
            + " <foreach collection='facts' item='one' separator=','>(#{grain}, #{first}, #{one.name}, #{one.store},"
            + " #{one.part}, #{one.amount})</foreach></script>")
    void fill(String grain, LocalDate first, Collection<Fact> facts);
}
