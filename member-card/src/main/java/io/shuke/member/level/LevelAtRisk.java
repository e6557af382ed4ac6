package io.shuke.member.level;

import io.shuke.member.membership.MemberId;

/**
 * A member's last window was below his level. Published inside the transaction of the judgement.
 *
 * @param monthsLeft judgements until he goes down a step if nothing changes
 * @param gap exactly what is missing for the next judgement
 * @param text the gap in words
 */
public record LevelAtRisk(MemberId member, Level level, int monthsLeft, long gap, String text) {}
