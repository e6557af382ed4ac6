package io.shuke.member.membership;

/**
 * Somebody proved the phone of a member who had waited for him since an older list was brought in: from now on he is a
 * member like any other.
 */
public record MemberClaimed(MemberId member) {}
