package io.shuke.member.membership;

/** @param first whether the person became a member just now; false when he already was one */
public record Joined(Member member, boolean first) {}
