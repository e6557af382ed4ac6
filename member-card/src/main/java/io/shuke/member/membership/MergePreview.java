package io.shuke.member.membership;

import java.util.List;

/**
 * What a merge would do, before anybody does it.
 *
 * @param moved how many identities change over
 * @param filled what the kept member lacks and would take from the absorbed one
 * @param silent whether it may happen without a person deciding, see {@link Merging}
 */
public record MergePreview(Member kept, Member absorbed, int moved, List<String> filled, boolean silent) {}
