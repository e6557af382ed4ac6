package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's purchases in figures.
 *
 * @param visits bills in force: what went back wholly does not count
 * @param amount paid, less what went back
 * @param firstAt null before the first visit, like all that follows
 * @param between two visits on average; null before the second
 * @param storeId where he comes most often, like the channel
 * @param lastStore where he was last
 */
public record Summary(
        int visits,
        Fen amount,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable Fen average,
        @Nullable Duration between,
        @Nullable Long storeId,
        @Nullable String channel,
        @Nullable Long lastStore,
        @Nullable String lastChannel) {

    static final Summary NOTHING = new Summary(0, Fen.NONE, null, null, null, null, null, null, null, null);

    static Summary of(SummaryMapper.SummaryRow row, @Nullable Long storeId, @Nullable String channel) {
        return new Summary(
                row.visits(),
                new Fen(row.amountFen()),
                row.firstAt(),
                row.lastAt(),
                row.averageFen() == null ? null : new Fen(row.averageFen()),
                row.hoursBetween() == null ? null : Duration.ofHours(row.hoursBetween()),
                storeId,
                channel,
                row.lastStore(),
                row.lastChannel());
    }
}
