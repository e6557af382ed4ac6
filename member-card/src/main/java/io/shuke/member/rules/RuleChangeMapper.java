package io.shuke.member.rules;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RuleChangeMapper {

    record ChangeRow(int version, String actor, Instant at, String words) {}

    @Insert("INSERT INTO rule_change (rules, version, actor, at, words)"
            + " VALUES (#{rules}, #{version}, #{actor}, #{at}, #{words})")
    void insert(String rules, int version, String actor, Instant at, String words);

    @Select("SELECT version, actor, at, words FROM rule_change WHERE rules = #{rules} AND version < #{before}"
            + " ORDER BY version DESC LIMIT #{limit}")
    List<ChangeRow> before(String rules, int before, int limit);
}
