package io.shuke.marketing.pass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PassMapper {

    record UsedRow(long passId, int times) {}

    record UseRow(int n, Instant at, String by, @Nullable String once) {}

    @Select("SELECT id, version, title, what, a_day, percent, days, price_fen, offered FROM pass_product ORDER BY id")
    List<PassProductRow> products();

    @Select("SELECT id, version, title, what, a_day, percent, days, price_fen, offered FROM pass_product"
            + " WHERE id = #{id} FOR UPDATE")
    @Nullable
    PassProductRow lockProduct(long id);

    @Select("SELECT COUNT(*) FROM pass_product WHERE percent > 0")
    int discounts();

    @Insert(
            "INSERT INTO pass_product (id, version, title, what, a_day, percent, days, price_fen, offered) VALUES (#{id},"
                    + " #{version}, #{title}, #{what}, #{aDay}, #{percent}, #{days}, #{priceFen}, #{offered})")
    void insertProduct(PassProductRow product);

    @Update("UPDATE pass_product SET version = #{version}, title = #{title}, what = #{what}, a_day = #{aDay},"
            + " percent = #{percent}, days = #{days}, price_fen = #{priceFen}, offered = #{offered} WHERE id = #{id}")
    void updateProduct(PassProductRow product);

    @Select(
            "SELECT id, product_id, member_id, reference, title, what, a_day, percent, price_fen, from_day, through_day,"
                    + " sold_at, sold_by, ended_at FROM pass WHERE reference = #{reference}")
    @Nullable
    PassRow sold(String reference);

    @Select(
            "SELECT id, product_id, member_id, reference, title, what, a_day, percent, price_fen, from_day, through_day,"
                    + " sold_at, sold_by, ended_at FROM pass WHERE id = #{id} FOR UPDATE")
    @Nullable
    PassRow lock(long id);

    @Select(
            "SELECT id, product_id, member_id, reference, title, what, a_day, percent, price_fen, from_day, through_day,"
                    + " sold_at, sold_by, ended_at FROM pass WHERE member_id = #{member} AND through_day >= #{from} ORDER BY id")
    List<PassRow> ofMember(long member, LocalDate from);

    @Insert("INSERT INTO pass (id, product_id, member_id, reference, title, what, a_day, percent, price_fen, from_day,"
            + " through_day, sold_at, sold_by) VALUES (#{id}, #{productId}, #{memberId}, #{reference}, #{title}, #{what},"
            + " #{aDay}, #{percent}, #{priceFen}, #{fromDay}, #{throughDay}, #{soldAt}, #{soldBy})")
    void insert(PassRow pass);

    @Update("UPDATE pass SET ended_at = #{at} WHERE id = #{id} AND ended_at IS NULL")
    void end(long id, Instant at);

    @Select("SELECT COUNT(*) FROM pass_use WHERE pass_id = #{pass} AND on_day = #{day}")
    int usedOn(long pass, LocalDate day);

    @Select("SELECT u.pass_id, COUNT(*) AS times FROM pass p JOIN pass_use u ON u.pass_id = p.id AND u.on_day = #{day}"
            + " WHERE p.member_id = #{member} GROUP BY u.pass_id")
    List<UsedRow> usedBy(long member, LocalDate day);

    @Select("SELECT COUNT(*) FROM pass_use WHERE pass_id = #{pass} AND once = #{once}")
    int usedUnder(long pass, String once);

    @Insert("INSERT INTO pass_use (pass_id, on_day, n, used_at, used_by, once)"
            + " VALUES (#{pass}, #{day}, #{use.n}, #{use.at}, #{use.by}, #{use.once})")
    void use(long pass, LocalDate day, UseRow use);

    @Update(
            "UPDATE pass SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed} AND merge_id IS NULL")
    void move(long absorbed, long kept, long merge);

    @Update(
            "UPDATE pass SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept} AND merge_id = #{merge}")
    void moveBack(long kept, long restored, long merge);
}
