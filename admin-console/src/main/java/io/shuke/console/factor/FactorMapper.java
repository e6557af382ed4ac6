package io.shuke.console.factor;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FactorMapper {

    record FactorRow(
            byte[] secret,
            @Nullable Instant enrolledAt,
            long lastStep,
            int failures,
            @Nullable Instant failedSince) {

        @Override
        public String toString() {
            return "FactorRow[]";
        }
    }

    String COLUMNS = "SELECT secret, enrolled_at, last_step, failures, failed_since FROM staff_second_factor"
            + " WHERE staff_id = #{staff}";

    @Select(COLUMNS)
    @Nullable
    FactorRow one(long staff);

    @Select(COLUMNS + " FOR UPDATE")
    @Nullable
    FactorRow lock(long staff);

    /** The first time the row is made, before anything is counted in it. */
    @Insert("INSERT INTO staff_second_factor (staff_id, secret, enrolled_at, last_step, failures, failed_since)"
            + " VALUES (#{staff}, #{secret}, NULL, 0, 0, NULL) ON DUPLICATE KEY UPDATE last_step = last_step")
    void open(long staff, byte[] secret);

    @Update("UPDATE staff_second_factor SET secret = #{secret}, last_step = 0"
            + " WHERE staff_id = #{staff} AND enrolled_at IS NULL")
    int renew(long staff, byte[] secret);

    @Update("UPDATE staff_second_factor SET enrolled_at = #{at} WHERE staff_id = #{staff} AND enrolled_at IS NULL")
    int enrol(long staff, Instant at);

    @Update("UPDATE staff_second_factor SET last_step = #{step}, failures = 0, failed_since = NULL"
            + " WHERE staff_id = #{staff}")
    void right(long staff, long step);

    @Update("UPDATE staff_second_factor SET failures = #{failures}, failed_since = #{since} WHERE staff_id = #{staff}")
    void wrong(long staff, int failures, Instant since);

    @Delete("DELETE FROM staff_second_factor WHERE staff_id = #{staff}")
    int delete(long staff);

    @Insert("INSERT INTO staff_recovery_code (staff_id, hash, used_at) VALUES (#{staff}, #{hash}, NULL)")
    void insertCode(long staff, byte[] hash);

    @Update("UPDATE staff_recovery_code SET used_at = #{at}"
            + " WHERE staff_id = #{staff} AND hash = #{hash} AND used_at IS NULL")
    int useCode(long staff, byte[] hash, Instant at);

    @Select("SELECT COUNT(*) FROM staff_recovery_code WHERE staff_id = #{staff} AND used_at IS NULL")
    int codesLeft(long staff);

    @Delete("DELETE FROM staff_recovery_code WHERE staff_id = #{staff}")
    void deleteCodes(long staff);
}
