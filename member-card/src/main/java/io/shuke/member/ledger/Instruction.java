package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;

/** What a feature asks the ledger to do with one account. */
public sealed interface Instruction permits Movement, Reversal {

    MemberId member();

    Asset asset();

    /** The account knows each only once. */
    Reference reference();

    Reason reason();

    /** Who caused it: {@code member}, {@code system} or {@code staff:…}. */
    String actor();
}
