package io.shuke.member.membership;

/** A member is gone and his data with him: end his sessions, forget what is cached. Published inside the transaction. */
public record MemberLeft(MemberId member) {}
