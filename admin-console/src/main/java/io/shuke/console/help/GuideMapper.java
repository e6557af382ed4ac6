package io.shuke.console.help;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface GuideMapper {

    @Select("SELECT step FROM guide_mark")
    List<String> marks();

    /** Said twice, it was said the first time. */
    @Insert("INSERT IGNORE INTO guide_mark (step, actor, marked_at) VALUES (#{step}, #{actor}, #{at})")
    void mark(String step, String actor, Instant at);
}
