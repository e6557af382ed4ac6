package io.shuke.console.staff;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffWechatMapper {

    @Select("SELECT staff_id FROM staff_wechat WHERE who = #{who}")
    @Nullable
    Long staffOf(byte[] who);

    @Select("SELECT COUNT(*) FROM staff_wechat WHERE staff_id = #{staff}")
    int bound(long staff);

    @Insert("INSERT INTO staff_wechat (staff_id, who, bound_at) VALUES (#{staff}, #{who}, #{at})")
    void bind(long staff, byte[] who, Instant at);

    @Delete("DELETE FROM staff_wechat WHERE staff_id = #{staff}")
    void unbind(long staff);
}
