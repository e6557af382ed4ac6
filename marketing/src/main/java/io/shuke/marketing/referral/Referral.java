package io.shuke.marketing.referral;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A friend whom somebody brought.
 *
 * @param why for {@link State#REFUSED} and {@link State#TAKEN_BACK}
 * @param review waits for the owner's word
 * @param dueOn when the coupons come, for {@link State#BOUGHT}
 */
public record Referral(
        long id,
        MemberId inviter,
        MemberId friend,
        State state,
        @Nullable Why why,
        boolean review,
        Instant joinedAt,
        @Nullable LocalDate dueOn) {

    /** How far it has come. */
    public enum State {
        JOINED("已入会，等首次消费"),
        BOUGHT("已消费，等退货期过"),
        REWARDED("奖励已到账"),
        REFUSED("不符合奖励条件"),
        TAKEN_BACK("奖励已收回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why there is no reward. */
    public enum Why {
        WAS_MEMBER("以前是会员"),
        MERGED("和老会员是同一人"),
        DEVICE("和邀请人或他邀请的人用同一部手机"),
        PAYER("和邀请人或他邀请的人用同一个付款账号"),
        OWNER("店主核实后不予奖励"),
        REFUND("首单已退款");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
