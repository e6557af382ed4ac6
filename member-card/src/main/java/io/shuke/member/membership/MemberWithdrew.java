package io.shuke.member.membership;

/**
 * A member took back the authorisation given through one provider: nothing may be sent to him there any more. Published
 * inside the transaction.
 *
 * @param everywhere whether no other way to him is left
 */
public record MemberWithdrew(MemberId member, String provider, boolean everywhere) {}
