package io.shuke.marketing.coupon;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface HandMapper {

    /** Takes the day's row; whoever gives at the same moment for the same person waits here. */
    @Insert("INSERT INTO coupon_hand_day (actor, on_day, many) VALUES (#{actor}, #{day}, 0)"
            + " ON DUPLICATE KEY UPDATE many = many")
    void open(String actor, LocalDate day);

    @Update("UPDATE coupon_hand_day SET many = many + 1 WHERE actor = #{actor} AND on_day = #{day} AND many < #{most}")
    int count(String actor, LocalDate day, int most);

    @Insert("INSERT INTO coupon_by_hand (coupon_id, actor, reason, given_at)"
            + " VALUES (#{coupon}, #{actor}, #{reason}, #{at})")
    void insert(long coupon, String actor, String reason, Instant at);
}
