package io.shuke.member.points;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RulesMapper {

    record RulesRow(
            int version, int rate, @Nullable Long dailyCap, int pointsPerYuan, int sharePercent, long mostFen) {}

    record FactorRow(String kind, String subject, int value) {}

    @Select("SELECT version, rate, daily_cap, points_per_yuan, share_percent, most_fen FROM points_rules"
            + " ORDER BY version DESC LIMIT 1")
    @Nullable
    RulesRow newest();

    @Select("SELECT kind, subject, value FROM points_factor WHERE version = #{version} ORDER BY kind, subject")
    List<FactorRow> factors(int version);

    @Insert("INSERT INTO points_rules (version, rate, daily_cap, points_per_yuan, share_percent, most_fen, since)"
            + " VALUES (#{rules.version}, #{rules.rate}, #{rules.dailyCap}, #{rules.pointsPerYuan},"
            + " #{rules.sharePercent}, #{rules.mostFen}, #{since})")
    void insert(RulesRow rules, Instant since);

    @Insert("INSERT INTO points_factor (version, kind, subject, value)"
            + " VALUES (#{version}, #{factor.kind}, #{factor.subject}, #{factor.value})")
    void insertFactor(int version, FactorRow factor);
}
