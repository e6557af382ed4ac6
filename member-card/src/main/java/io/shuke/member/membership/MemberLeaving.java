package io.shuke.member.membership;

/**
 * A member deregisters: accounts settle and close now, inside the transaction. A refusal thrown here stops the leaving, for
 * example while money is left that must be paid back first.
 */
public record MemberLeaving(MemberId member) {}
