package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;

/** What names an account: whose, and of what. */
record Owned(MemberId member, Asset asset) {}
