package io.shuke.member.membership;

/** A merge was a mistake: what {@link MergedMembers} moved goes back. Published inside the transaction. */
public record MergeUndone(long merge, MemberId kept, MemberId restored) {}
