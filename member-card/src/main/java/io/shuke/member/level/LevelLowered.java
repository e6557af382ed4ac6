package io.shuke.member.level;

import io.shuke.member.membership.MemberId;

/** A member went down a step: by judgement, or because the purchase that raised him went back. Published inside the transaction. */
public record LevelLowered(MemberId member, Level from, Level to) {}
