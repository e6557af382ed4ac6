package io.shuke.marketing.mall;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record GiftRow(
        long id,
        int version,
        String title,
        int points,
        int stock,
        int given,
        int perMember,
        int perMemberADay,
        int aDay,
        int levelStep,
        int visits,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate throughDay,
        int daysToCollect,
        boolean offered) {

    static GiftRow of(Gift gift) {
        var terms = gift.terms();
        var limits = terms.limits();
        return new GiftRow(
                gift.id().value(),
                gift.version(),
                terms.title(),
                terms.points(),
                terms.stock(),
                gift.given(),
                limits.perMember(),
                limits.perMemberADay(),
                limits.aDay(),
                limits.level(),
                limits.visits(),
                terms.from(),
                terms.through(),
                terms.daysToCollect(),
                gift.offered());
    }

    Gift toDomain() {
        var limits = new GiftLimits(perMember, perMemberADay, aDay, levelStep, visits);
        var terms = new GiftTerms(title, points, stock, limits, fromDay, throughDay, daysToCollect);
        return new Gift(new GiftId(id), version, terms, given, offered);
    }
}
