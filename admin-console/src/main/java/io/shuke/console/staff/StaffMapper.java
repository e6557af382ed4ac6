package io.shuke.console.staff;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
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

    @Select("SELECT store_id FROM staff_store WHERE staff_id = #{staff} ORDER BY store_id")
    List<Long> storesOf(long staff);

    @Delete("DELETE FROM staff_store WHERE staff_id = #{staff}")
    void leaveStores(long staff);

    @Insert("INSERT INTO staff_store (staff_id, store_id) VALUES (#{staff}, #{store})")
    void enterStore(long staff, long store);

    @Select("SELECT version FROM staff WHERE id = #{id}")
    @Nullable
    Integer version(long id);

    @Update("UPDATE staff SET name = #{name}, role = #{role}, version = version + 1"
            + " WHERE id = #{id} AND version = #{version} AND dismissed_at IS NULL")
    int change(long id, int version, String name, Role role);

    @Update("UPDATE staff SET dismissed_at = #{at}, generation = generation + 1"
            + " WHERE id = #{id} AND dismissed_at IS NULL")
    int dismiss(long id, Instant at);

    /** @param was the hash that the present password was compared with */
    @Update("UPDATE staff SET password = #{password}, generation = generation + 1"
            + " WHERE id = #{id} AND password = #{was} AND dismissed_at IS NULL")
    int changePassword(long id, String password, String was);
}
