package io.shuke.member.membership;

/**
 * Two members turned out to be one person. Published inside the transaction: whoever keeps something for a member moves it
 * from the absorbed to the kept one, in the same transaction and in a way that {@link MergeUndone} can take back.
 *
 * @param merge identifies this merge, for references such as {@code merge:<id>}
 */
public record MergedMembers(long merge, MemberId kept, MemberId absorbed) {}
