package io.shuke.member.level;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LevelMapper {

    @Select("SELECT step, name FROM level ORDER BY step")
    List<Level> ladder();
}
