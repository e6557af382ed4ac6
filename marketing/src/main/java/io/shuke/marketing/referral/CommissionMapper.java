package io.shuke.marketing.referral;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CommissionMapper {

    String ROW = "SELECT bill_id, level, referral_id, member_id, permille, from_visits, base_fen, paid_fen, pending"
            + " FROM referral_commission";

    @Insert("INSERT INTO referral_commission (bill_id, level, referral_id, member_id, permille, from_visits, base_fen,"
            + " paid_fen, due_on, pending) VALUES (#{row.billId}, #{row.level}, #{row.referralId}, #{row.memberId},"
            + " #{row.permille}, #{row.fromVisits}, #{row.baseFen}, #{row.paidFen}, #{dueOn}, #{row.pending})")
    void insert(CommissionRow row, LocalDate dueOn);

    @Update("UPDATE referral_commission SET base_fen = #{left}, pending = TRUE WHERE bill_id = #{bill}"
            + " AND base_fen > #{left}")
    void shrink(long bill, long left);

    @Select(ROW + " WHERE pending = TRUE AND due_on <= #{today} AND (bill_id > #{bill} OR bill_id = #{bill}"
            + " AND level > #{level}) ORDER BY bill_id, level LIMIT #{limit}")
    List<CommissionRow> due(LocalDate today, long bill, int level, int limit);

    @Select(ROW + " WHERE bill_id = #{bill} AND level = #{level} FOR UPDATE")
    @Nullable
    CommissionRow lock(long bill, int level);

    @Update("UPDATE referral_commission SET paid_fen = #{paid}, pending = FALSE WHERE bill_id = #{bill}"
            + " AND level = #{level}")
    void settled(long bill, int level, long paid);

    @Select("SELECT COALESCE(SUM(paid_fen), 0) AS paid, COALESCE(SUM(CASE WHEN pending = TRUE AND paid_fen = 0"
            + " THEN base_fen * permille DIV 1000 ELSE 0 END), 0) AS waiting FROM referral_commission"
            + " WHERE member_id = #{member}")
    Sum of(long member);

    @Select("SELECT due_on, level, paid_fen FROM referral_commission WHERE member_id = #{member} ORDER BY bill_id")
    List<Earning> all(long member);

    record Earning(LocalDate dueOn, int level, long paidFen) {}

    @Select("SELECT COALESCE(SUM(paid_fen), 0) FROM referral_commission WHERE due_on >= #{since}")
    long paidSince(LocalDate since);

    record Sum(long paid, long waiting) {}
}
