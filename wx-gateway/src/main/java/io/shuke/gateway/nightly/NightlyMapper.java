package io.shuke.gateway.nightly;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface NightlyMapper {

    /** @param doneAt null while somebody is at it, or was when he died */
    record NightlyRow(
            int attempt, Instant leasedUntil, @Nullable Instant doneAt) {}

    @Select("SELECT attempt, leased_until, done_at FROM nightly_run WHERE job = #{job} AND on_day = #{day}")
    @Nullable
    NightlyRow one(String job, LocalDate day);

    @Insert("INSERT INTO nightly_run (job, on_day, attempt, leased_until) VALUES (#{job}, #{day}, 1, #{until})")
    void begin(String job, LocalDate day, Instant until);

    @Update("UPDATE nightly_run SET attempt = attempt + 1, leased_until = #{until} WHERE job = #{job}"
            + " AND on_day = #{day} AND attempt = #{attempt} AND done_at IS NULL AND leased_until <= #{now}")
    int take(String job, LocalDate day, int attempt, Instant now, Instant until);

    @Update("UPDATE nightly_run SET leased_until = #{until} WHERE job = #{job} AND on_day = #{day}"
            + " AND attempt = #{attempt} AND done_at IS NULL")
    int extend(String job, LocalDate day, int attempt, Instant until);

    @Update("UPDATE nightly_run SET done_at = #{at}, handled = #{handled} WHERE job = #{job} AND on_day = #{day}"
            + " AND attempt = #{attempt} AND done_at IS NULL")
    int finish(String job, LocalDate day, int attempt, Instant at, int handled);

    @Delete("DELETE FROM nightly_run WHERE job = #{job} AND on_day < #{before}")
    void forget(String job, LocalDate before);
}
