package io.shuke.marketing.stamp;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StampCardMapper {

    record StepRow(
            long cardId, int stamps, String text, @Nullable Long offerId) {}

    @Select("SELECT id, version, title, earning, from_fen, goods, offered FROM stamp_card ORDER BY id")
    List<StampCardRow> cards();

    @Select("SELECT id, version, title, earning, from_fen, goods, offered FROM stamp_card WHERE id = #{id} FOR UPDATE")
    @Nullable
    StampCardRow lock(long id);

    @Select("SELECT card_id, stamps, text, offer_id FROM stamp_step ORDER BY card_id, stamps")
    List<StepRow> steps();

    @Insert("INSERT INTO stamp_card (id, version, title, earning, from_fen, goods, offered) VALUES (#{id}, #{version},"
            + " #{title}, #{earning}, #{fromFen}, #{goods}, #{offered})")
    void insert(StampCardRow card);

    @Update("UPDATE stamp_card SET version = #{version}, title = #{title}, earning = #{earning}, from_fen = #{fromFen},"
            + " goods = #{goods}, offered = #{offered} WHERE id = #{id}")
    void update(StampCardRow card);

    @Insert(
            "INSERT INTO stamp_step (card_id, stamps, text, offer_id) VALUES (#{cardId}, #{stamps}, #{text}, #{offerId})")
    void insertStep(StepRow step);

    @Delete("DELETE FROM stamp_step WHERE card_id = #{card}")
    void dropSteps(long card);
}
