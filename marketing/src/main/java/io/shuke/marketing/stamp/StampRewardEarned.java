package io.shuke.marketing.stamp;

import io.shuke.member.membership.MemberId;

/**
 * A member's stamps have brought something, for the first time in that round. Published inside the transaction.
 *
 * @param card its title
 * @param text what it brings
 */
public record StampRewardEarned(long reward, MemberId member, String card, String text) {}
