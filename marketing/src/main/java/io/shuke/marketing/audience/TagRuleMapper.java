package io.shuke.marketing.audience;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface TagRuleMapper {

    record RuleRow(long tagId, long segmentId) {}

    @Select("SELECT tag_id, segment_id FROM tag_rule ORDER BY tag_id")
    List<RuleRow> all();

    @Insert("INSERT INTO tag_rule (tag_id, segment_id, made_by) VALUES (#{tag}, #{segment}, #{actor})"
            + " ON DUPLICATE KEY UPDATE segment_id = VALUES(segment_id), made_by = VALUES(made_by)")
    void set(long tag, long segment, String actor);

    @Delete("DELETE FROM tag_rule WHERE tag_id = #{tag}")
    void drop(long tag);
}
