package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;

/**
 * A member's stored value changed. Published inside the transaction.
 *
 * @param entry the first of the entries it consists of
 * @param change principal and gift together, negative when spent
 * @param why in words for the customer
 */
public record BalanceChanged(long entry, MemberId member, Fen change, Purse left, String why, Instant at) {}
