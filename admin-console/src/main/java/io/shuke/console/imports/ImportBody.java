package io.shuke.console.imports;

import io.shuke.member.imports.Column;
import io.shuke.member.imports.ImportBatch;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An import as the page shows it.
 *
 * @param again whether this answers an upload of a file that was here already
 * @param bad lines that cannot be brought in
 * @param percent of the run or the undoing; of reading nobody knows it, for nobody has counted the lines
 */
record ImportBody(
        String id,
        String fileName,
        ImportBatch.State state,
        boolean again,
        List<ColumnBody> understood,
        List<String> ignored,
        @Nullable String refusal,
        int lines,
        int good,
        int bad,
        int imported,
        int conflicts,
        int undone,
        int kept,
        int claimed,
        long points,
        long growth,
        long principalFen,
        long giftFen,
        int percent,
        OffsetDateTime madeAt) {

    /** @param heading as the file has it */
    record ColumnBody(String field, String label, String heading) {}

    static ImportBody of(ImportBatch batch, boolean again, ZoneId zone) {
        var counts = batch.counts();
        return new ImportBody(
                Long.toString(batch.id()),
                batch.fileName(),
                batch.state(),
                again,
                columns(batch),
                batch.ignored(),
                batch.refusal(),
                counts.lines(),
                counts.good(),
                counts.lines() - counts.good(),
                counts.imported(),
                counts.conflicts(),
                counts.undone(),
                counts.kept(),
                counts.claimed(),
                batch.opening().points(),
                batch.opening().growth(),
                batch.opening().principalFen(),
                batch.opening().giftFen(),
                percent(batch),
                batch.madeAt().atZone(zone).toOffsetDateTime());
    }

    private static List<ColumnBody> columns(ImportBatch batch) {
        return Stream.of(Column.values())
                .filter(column -> batch.understood().containsKey(column.code()))
                .map(column -> new ColumnBody(
                        column.code(), column.label(), batch.understood().getOrDefault(column.code(), "")))
                .toList();
    }

    private static int percent(ImportBatch batch) {
        var counts = batch.counts();
        return switch (batch.state()) {
            case READING, CHECKED, FAILED, DISCARDED -> 0;
            case RUNNING -> share(counts.imported() + counts.conflicts(), counts.good());
            case UNDOING -> share(counts.undone() + counts.kept(), counts.imported());
            case DONE, UNDONE -> 100;
        };
    }

    private static int share(long done, long all) {
        return all == 0 ? 0 : (int) Math.min(99, done * 100 / all);
    }
}
