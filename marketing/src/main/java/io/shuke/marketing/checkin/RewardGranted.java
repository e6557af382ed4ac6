package io.shuke.marketing.checkin;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;

/** The fact that a streak brought a coupon or a gift; published inside the transaction that wrote it. */
public record RewardGranted(long id, MemberId member, LocalDate day, Reward reward) {}
