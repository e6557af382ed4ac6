package io.shuke.marketing.referral;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReferralPlanMapper {

    String COLUMNS = "version, in_force, inviter_offer, friend_offer, from_fen, wait_days, a_day, in_all, review_from";

    record PlanRow(
            int version,
            boolean inForce,
            @Nullable Long inviterOffer,
            @Nullable Long friendOffer,
            long fromFen,
            int waitDays,
            int aDay,
            int inAll,
            int reviewFrom) {

        static PlanRow of(int version, ReferralPlan plan) {
            return new PlanRow(
                    version,
                    plan.inForce(),
                    plan.inviterOffer(),
                    plan.friendOffer(),
                    plan.fromFen(),
                    plan.waitDays(),
                    plan.aDay(),
                    plan.inAll(),
                    plan.reviewFrom());
        }

        ReferralPlan toDomain() {
            return new ReferralPlan(inForce, inviterOffer, friendOffer, fromFen, waitDays, aDay, inAll, reviewFrom);
        }
    }

    @Select("SELECT " + COLUMNS + " FROM referral_plan ORDER BY version DESC LIMIT 1")
    @Nullable
    PlanRow newest();

    @Select("SELECT " + COLUMNS + " FROM referral_plan WHERE version = #{version}")
    @Nullable
    PlanRow one(int version);

    @Insert("INSERT INTO referral_plan (" + COLUMNS + ", since) VALUES (#{plan.version}, #{plan.inForce},"
            + " #{plan.inviterOffer}, #{plan.friendOffer}, #{plan.fromFen}, #{plan.waitDays}, #{plan.aDay},"
            + " #{plan.inAll}, #{plan.reviewFrom}, #{since})")
    void insert(PlanRow plan, Instant since);
}
