package io.shuke.member.level;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member rose. Published inside the transaction, which holds his row. */
public record LevelRaised(
        MemberId member, Level from, Level to, @Nullable LocalDate boostedUntil) {}
