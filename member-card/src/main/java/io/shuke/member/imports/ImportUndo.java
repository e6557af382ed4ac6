package io.shuke.member.imports;

import static java.util.Objects.requireNonNull;

import io.shuke.member.imports.ImportMapper.BatchRow;
import io.shuke.member.imports.ImportMapper.LineRow;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.OldMembers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes the next lines back. The batch is held by this transaction. Who has come himself, and whose account has moved, stays:
 * what is his by now is not ours to delete.
 */
@Component
class ImportUndo {

    private final ImportMapper mapper;
    private final ImportPen pen;
    private final OldMembers members;
    private final Ledger ledger;
    private final Clock clock;

    ImportUndo(ImportMapper mapper, ImportPen pen, OldMembers members, Ledger ledger, Clock clock) {
        this.mapper = mapper;
        this.pen = pen;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean page(BatchRow batch) {
        var rows = mapper.brought(batch.id(), batch.lastLine(), ImportRun.AT_ONCE);
        if (rows.isEmpty()) {
            mapper.forgetFile(batch.id());
            mapper.move(batch.id(), ImportBatch.State.UNDOING, ImportBatch.State.UNDONE, clock.instant());
            return false;
        }
        // Members first, as whoever claims does.
        var waiting = members.hold(rows.stream().map(ImportUndo::member).toList());
        var moved = ledger.moved(waiting);
        var gone = rows.stream()
                .filter(row -> waiting.contains(member(row)) && !moved.contains(member(row)))
                .toList();
        takeBack(batch, gone);
        note(batch, rows, waiting, moved);
        mapper.unran(
                batch.id(), rows.get(rows.size() - 1).line(), gone.size(), rows.size() - gone.size(), clock.instant());
        return true;
    }

    private void takeBack(BatchRow batch, List<LineRow> gone) {
        var reversals = new ArrayList<Instruction>();
        for (var row : gone) {
            var undone = new Reference("import-undo:" + batch.id() + ":" + row.line());
            ImportRun.amounts(row.opening()).forEach((asset, amount) -> {
                if (amount > 0) {
                    reversals.add(Reversal.of(
                                    member(row),
                                    asset,
                                    ImportRun.reference(batch.id(), row.line()),
                                    undone,
                                    Reason.CORRECTION)
                            .by(batch.actor()));
                }
            });
        }
        ImportRun.inPortions(ledger, reversals);
        members.remove(new LinkedHashSet<>(gone.stream().map(ImportUndo::member).toList()));
        pen.settle(batch.id(), gone.stream().map(LineRow::line).toList(), "UNDONE");
    }

    private void note(BatchRow batch, List<LineRow> rows, Set<MemberId> waiting, Set<MemberId> moved) {
        var kept = new ArrayList<Problem>();
        for (var row : rows) {
            if (!waiting.contains(member(row))) {
                kept.add(Problem.of(row.line(), Column.PHONE, ImportRefusal.claimedMeanwhile()));
            } else if (moved.contains(member(row))) {
                kept.add(Problem.of(row.line(), Column.POINTS, ImportRefusal.movedMeanwhile()));
            }
        }
        pen.note(batch.id(), ImportProblem.Stage.UNDO, kept);
    }

    private static MemberId member(LineRow row) {
        return new MemberId(requireNonNull(row.memberId()));
    }
}
