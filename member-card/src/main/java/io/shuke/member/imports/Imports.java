package io.shuke.member.imports;

import static io.shuke.member.imports.ImportBatch.State.CHECKED;
import static io.shuke.member.imports.ImportBatch.State.DISCARDED;
import static io.shuke.member.imports.ImportBatch.State.DONE;
import static io.shuke.member.imports.ImportBatch.State.FAILED;
import static io.shuke.member.imports.ImportBatch.State.READING;
import static io.shuke.member.imports.ImportBatch.State.RUNNING;
import static io.shuke.member.imports.ImportBatch.State.UNDOING;
import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.imports.ImportMapper.BatchRow;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Old members brought in (老会员导入). A file is opened, read ({@link ImportReading}), run and perhaps undone; the last two by
 * pieces, each with how far it has come in one transaction, so a node that dies loses a page and nobody comes in twice.
 */
@Service
public class Imports {

    /** Nobody reads a file for so long without a line of it. */
    private static final Duration STALE = Duration.ofMinutes(10);
    /** What nobody ran is personal, and of no use to anybody. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int LARGEST_PAGE = 100;

    private final ImportMapper mapper;
    private final ImportRun run;
    private final ImportUndo undo;
    private final Sentences sentences;
    private final Ids ids;
    private final Clock clock;

    Imports(ImportMapper mapper, ImportRun run, ImportUndo undo, Sentences sentences, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.run = run;
        this.undo = undo;
        this.sentences = sentences;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param again whether the same file was here before and still counts */
    public record Opened(ImportBatch batch, boolean again) {}

    /** @param hash SHA-256 of the file's bytes */
    @Transactional
    public Opened open(String fileName, byte[] hash, String actor) {
        var name = fileName.replaceAll("\\p{Cntrl}", "").strip();
        var known = mapper.ofFile(hash);
        if (known != null) {
            return new Opened(shown(known), true);
        }
        long id = ids.next();
        try {
            mapper.insert(id, name.substring(0, Math.min(name.length(), 100)), hash, actor, clock.instant());
            return new Opened(batch(id), false);
        } catch (DuplicateKeyException first) {
            return new Opened(shown(requireNonNull(mapper.ofFile(hash))), true);
        }
    }

    /** @throws ImportRefusal {@code import.unknown} */
    public ImportBatch batch(long id) {
        return shown(known(mapper.one(id)));
    }

    /** The newest first. */
    public Slice<ImportBatch> page(@Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var rows = mapper.page(number(cursor, Long.MAX_VALUE), limit + 1);
        return Slice.of(rows.stream().map(this::shown).toList(), limit, ImportBatch::id);
    }

    /** In the order of the lines. */
    public Slice<ImportProblem> problems(long id, @Nullable String cursor, int size) {
        known(mapper.one(id));
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var rows = mapper.problems(id, number(cursor, 0), limit + 1);
        return Slice.of(rows.stream().map(this::shown).toList(), limit, ImportProblem::id);
    }

    /** Takes the wish down; {@link #advance} fulfils it. Asked for again, nothing changes. */
    @Transactional
    public ImportBatch run(long id) {
        var row = known(mapper.lock(id));
        switch (row.is()) {
            case CHECKED -> {
                if (row.good() == 0) {
                    throw ImportRefusal.empty();
                }
                mapper.move(id, CHECKED, RUNNING, clock.instant());
            }
            case RUNNING, DONE -> {}
            case READING, UNDOING, UNDONE, FAILED, DISCARDED -> throw ImportRefusal.notReady();
        }
        return batch(id);
    }

    /** Takes the whole of it back, also in the middle of its run; what was only looked at is forgotten. */
    @Transactional
    public ImportBatch undo(long id) {
        var row = known(mapper.lock(id));
        switch (row.is()) {
            case READING, CHECKED -> end(row, DISCARDED);
            case RUNNING, DONE -> {
                mapper.dropReady(id);
                mapper.move(id, row.is(), UNDOING, clock.instant());
            }
            case UNDOING, UNDONE, DISCARDED -> {}
            case FAILED -> throw ImportRefusal.nothingToUndo();
        }
        return batch(id);
    }

    /** Those that have something to do. */
    public List<Long> due() {
        return mapper.due();
    }

    /** The next few hundred lines. @return whether there may be more to do here and now */
    @Transactional
    public boolean advance(long id) {
        var row = mapper.take(id);
        if (row == null) {
            return false;
        }
        return row.is() == RUNNING ? run.page(row) : undo.page(row);
    }

    /** Forgets what a killed node was reading, and what nobody has run for a month. */
    @Transactional
    public void tidy() {
        var now = clock.instant();
        for (long id : mapper.untouched(READING.name(), now.minus(STALE))) {
            fail(id, ImportRefusal.cutOff());
        }
        for (long id : mapper.untouched(CHECKED.name(), now.minus(KEPT))) {
            end(known(mapper.lock(id)), DISCARDED);
        }
    }

    @Transactional
    void fail(long id, ImportRefusal why) {
        var row = known(mapper.lock(id));
        if (row.is() == READING) {
            mapper.refuse(id, why.code(), Problem.joined(why.details()));
            end(row, FAILED);
        }
    }

    private void end(BatchRow row, ImportBatch.State state) {
        mapper.dropReady(row.id());
        mapper.forgetFile(row.id());
        mapper.move(row.id(), row.is(), state, clock.instant());
    }

    private static BatchRow known(@Nullable BatchRow row) {
        if (row == null) {
            throw ImportRefusal.unknown();
        }
        return row;
    }

    private static long number(@Nullable String cursor, long none) {
        try {
            return cursor == null ? none : Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw ImportRefusal.badCursor();
        }
    }

    private ImportBatch shown(BatchRow row) {
        var claimed = row.is() == DONE || row.is() == ImportBatch.State.UNDONE ? mapper.claimed(row.id()) : 0;
        return new ImportBatch(
                row.id(),
                row.fileName(),
                row.is(),
                understood(row.understood()),
                row.ignored().isEmpty() ? List.of() : row.ignored().lines().toList(),
                row.code() == null ? null : sentences.of(row.code(), row.detail()),
                new ImportBatch.Counts(
                        row.linesRead(),
                        row.good(),
                        row.imported(),
                        row.conflicts(),
                        row.undone(),
                        row.kept(),
                        claimed),
                new ImportBatch.Opening(row.points(), row.growth(), row.principalFen(), row.giftFen()),
                row.madeAt());
    }

    private static Map<String, String> understood(String text) {
        var understood = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int sign = line.indexOf('=');
            understood.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return understood;
    }

    private ImportProblem shown(ImportMapper.ProblemRow row) {
        var column = Column.valueOf(row.field());
        return new ImportProblem(
                row.id(),
                ImportProblem.Stage.valueOf(row.stage()),
                row.line(),
                column.code(),
                column.label(),
                row.code(),
                sentences.of(row.code(), row.detail()));
    }
}
