package io.shuke.marketing.push;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface TemplateMapper {

    record TemplateRow(String account, String id, String way, String title, String gaps) {}

    @Select("SELECT account, id, way, title, gaps FROM push_template ORDER BY account, title, id")
    List<TemplateRow> all();

    @Select("SELECT account, id, way, title, gaps FROM push_template WHERE account = #{account} AND way = #{way}"
            + " AND id = #{id}")
    @Nullable
    TemplateRow one(String account, String way, String id);

    @Delete("DELETE FROM push_template WHERE account = #{account} AND way = #{way}")
    void delete(String account, String way);

    @Insert("INSERT INTO push_template (account, id, way, title, gaps, fetched_at) VALUES (#{row.account}, #{row.id},"
            + " #{row.way}, #{row.title}, #{row.gaps}, #{at})")
    void insert(TemplateRow row, Instant at);
}
