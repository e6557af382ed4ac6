package io.shuke.marketing.referral;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReferralPlanMapper {

    String COLUMNS = "version, in_force, inviter_offer, friend_offer, from_fen, wait_days, a_day, in_all, review_from,"
            + " first_permille, second_permille, from_visits";

    record PlanRow(
            int version,
            boolean inForce,
            @Nullable Long inviterOffer,
            @Nullable Long friendOffer,
            long fromFen,
            int waitDays,
            int aDay,
            int inAll,
            int reviewFrom,
            int firstPermille,
            int secondPermille,
            int fromVisits) {

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
                    plan.reviewFrom(),
                    permille(plan.commission(), 1),
                    permille(plan.commission(), 2),
                    plan.commission() == null ? 0 : plan.commission().fromVisits());
        }

        private static int permille(@Nullable Commission commission, int level) {
            return commission == null || level > commission.levels() ? 0 : commission.permilleOf(level);
        }

        ReferralPlan toDomain() {
            return new ReferralPlan(
                    inForce, inviterOffer, friendOffer, fromFen, waitDays, aDay, inAll, reviewFrom, commission());
        }

        private @Nullable Commission commission() {
            var levels = secondPermille == 0 ? List.of(firstPermille) : List.of(firstPermille, secondPermille);
            return firstPermille == 0 ? null : new Commission(levels, fromVisits);
        }
    }

    @Select("SELECT " + COLUMNS + " FROM referral_plan ORDER BY version DESC LIMIT 1")
    @Nullable
    PlanRow newest();

    @Select("SELECT " + COLUMNS + " FROM referral_plan WHERE version = #{version}")
    @Nullable
    PlanRow one(int version);

    record ChangeRow(int version, String changedBy, Instant since) {}

    @Select("SELECT version, changed_by, since FROM referral_plan ORDER BY version DESC LIMIT #{limit}")
    List<ChangeRow> changes(int limit);

    @Insert("INSERT INTO referral_plan (" + COLUMNS + ", changed_by, since) VALUES (#{plan.version}, #{plan.inForce},"
            + " #{plan.inviterOffer}, #{plan.friendOffer}, #{plan.fromFen}, #{plan.waitDays}, #{plan.aDay},"
            + " #{plan.inAll}, #{plan.reviewFrom}, #{plan.firstPermille}, #{plan.secondPermille},"
            + " #{plan.fromVisits}, #{by}, #{since})")
    void insert(PlanRow plan, String by, Instant since);
}
