package io.shuke.marketing.till;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SightingMapper {

    record SightingRow(boolean live, Instant until, int bills) {}

    /** A look into the phone book takes nothing away from a scan that is still good. */
    @Insert("INSERT INTO till_sighting (key_id, member_id, live, until, bills) VALUES (#{key}, #{member}, #{live},"
            + " #{until}, 0) ON DUPLICATE KEY UPDATE live = VALUES(live) OR (live AND until > #{now}),"
            + " bills = IF(VALUES(live), 0, bills), until = VALUES(until)")
    void see(long key, long member, boolean live, Instant until, Instant now);

    @Select("SELECT live, until, bills FROM till_sighting WHERE key_id = #{key} AND member_id = #{member}")
    @Nullable
    SightingRow of(long key, long member);

    @Update("UPDATE till_sighting SET bills = bills + 1 WHERE key_id = #{key} AND member_id = #{member}")
    void served(long key, long member);

    @Insert("INSERT INTO till_lookup_hour (key_id, hour_at, many) VALUES (#{key}, #{hour}, 0)"
            + " ON DUPLICATE KEY UPDATE many = many")
    void openHour(long key, Instant hour);

    @Update(
            "UPDATE till_lookup_hour SET many = many + 1 WHERE key_id = #{key} AND hour_at = #{hour} AND many < #{most}")
    int countInHour(long key, Instant hour, int most);

    @Insert("INSERT INTO till_lookup (id, key_id, member_id, reason, looked_at)"
            + " VALUES (#{id}, #{key}, #{member}, #{reason}, #{at})")
    void lookedUp(long id, long key, long member, String reason, Instant at);
}
