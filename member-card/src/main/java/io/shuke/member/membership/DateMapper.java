package io.shuke.member.membership;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DateMapper {

    @Insert("INSERT INTO important_date (id, member_id, content) VALUES (#{id}, #{memberId}, #{content})")
    void insert(DateRow row);

    @Update("UPDATE important_date SET day_index = #{index} WHERE id = #{id}")
    void index(long id, byte @Nullable [] index);

    @Select("SELECT id, member_id, content FROM important_date WHERE member_id = #{member} ORDER BY id")
    List<DateRow> of(long member);

    @Update("UPDATE important_date SET member_id = #{member}, content = #{content} WHERE id = #{id}")
    void move(long id, long member, byte[] content);

    @Delete("<script>DELETE FROM important_date WHERE member_id IN " + MemberMapper.IDS + "</script>")
    void deleteOf(Collection<Long> ids);
}
