package io.shuke.console.staff;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    String COLUMNS = "id, account, name, role, password, generation, hired_at, dismissed_at";

    /** Of all merchants, and nothing but which: who signs in does not say for whom he works. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT merchant_id FROM staff WHERE account = #{account}")
    @Nullable
    Long employerOf(String account);

    @Select("SELECT " + COLUMNS + " FROM staff WHERE account = #{account}")
    @Nullable
    StaffRow byAccount(String account);

    @Select("SELECT " + COLUMNS + " FROM staff WHERE id = #{id}")
    @Nullable
    StaffRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM staff WHERE dismissed_at IS NULL ORDER BY id")
    List<StaffRow> working();

    /** All of them, so that two owners who dismiss each other wait for one another. */
    @Select("SELECT id FROM staff WHERE role = 'OWNER' AND dismissed_at IS NULL ORDER BY id FOR UPDATE")
    List<Long> lockOwners();

    @Insert("INSERT INTO staff (" + COLUMNS + ") VALUES (#{id}, #{account}, #{name}, #{role}, #{password},"
            + " #{generation}, #{hiredAt}, NULL)")
    void insert(StaffRow row);

    @Update("UPDATE staff SET dismissed_at = #{at}, generation = generation + 1"
            + " WHERE id = #{id} AND dismissed_at IS NULL")
    int dismiss(long id, Instant at);

    /** @param was the hash that the present password was compared with */
    @Update("UPDATE staff SET password = #{password}, generation = generation + 1"
            + " WHERE id = #{id} AND password = #{was} AND dismissed_at IS NULL")
    int changePassword(long id, String password, String was);
}
