package io.shuke.member.membership;

import org.jspecify.annotations.Nullable;

/** Somebody became a member. Published inside the transaction, once for each member. */
public record MemberJoined(
        MemberId member, @Nullable String scene, @Nullable String inviteCode) {}
