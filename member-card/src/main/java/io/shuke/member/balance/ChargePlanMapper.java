package io.shuke.member.balance;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChargePlanMapper {

    record PlanRow(int version, long lowFen) {}

    record OfferRow(long id, long payFen, long giftFen, int giftDays) {}

    @Select("SELECT version, low_fen FROM charge_plan ORDER BY version DESC LIMIT 1")
    @Nullable
    PlanRow newest();

    @Select("SELECT id, pay_fen, gift_fen, gift_days FROM charge_offer WHERE version = #{version} ORDER BY pay_fen")
    List<OfferRow> offers(int version);

    @Insert("INSERT INTO charge_plan (version, low_fen, since) VALUES (#{plan.version}, #{plan.lowFen}, #{since})")
    void insert(PlanRow plan, Instant since);

    @Insert("INSERT INTO charge_offer (id, version, pay_fen, gift_fen, gift_days)"
            + " VALUES (#{offer.id}, #{version}, #{offer.payFen}, #{offer.giftFen}, #{offer.giftDays})")
    void insertOffer(int version, OfferRow offer);
}
