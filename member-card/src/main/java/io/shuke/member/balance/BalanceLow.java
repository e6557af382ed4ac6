package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;

/** A member's stored value has just fallen below the shop's line. Published inside the transaction. */
public record BalanceLow(MemberId member, Purse left, Fen line, Instant at) {}
