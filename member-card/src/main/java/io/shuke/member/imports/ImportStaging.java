package io.shuke.member.imports;

import io.shuke.member.membership.OldMembers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was read, page by page. */
@Component
class ImportStaging {

    private final ImportMapper mapper;
    private final ImportPen pen;
    private final OldMembers members;
    private final Clock clock;

    ImportStaging(ImportMapper mapper, ImportPen pen, OldMembers members, Clock clock) {
        this.mapper = mapper;
        this.pen = pen;
        this.members = members;
        this.clock = clock;
    }

    @Transactional
    void understand(long batch, Headings headings) {
        mapper.understand(batch, headings.understood(), headings.passedOver(), clock.instant());
    }

    @Transactional
    void stage(long batch, List<LineRules.Checked> page) {
        refuseUnlessReading(batch);
        var problems = new ArrayList<Problem>();
        page.forEach(checked -> problems.addAll(checked.problems()));
        var drafts = page.stream()
                .map(LineRules.Checked::draft)
                .filter(Objects::nonNull)
                .toList();
        var known = members.known(
                drafts.stream().map(draft -> draft.person().phone()).toList());
        var good = new ArrayList<Draft>();
        for (var draft : drafts) {
            if (known.contains(draft.person().phone())) {
                problems.add(Problem.of(draft.line(), Column.PHONE, ImportRefusal.alreadyMember()));
            } else {
                good.add(draft);
            }
        }
        problems.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::field));
        pen.stage(batch, good);
        pen.note(batch, ImportProblem.Stage.CHECK, problems);
        mapper.read(batch, page.size(), good.size(), sum(good), clock.instant());
    }

    /** Somebody may have thrown it away meanwhile. */
    private void refuseUnlessReading(long batch) {
        var row = mapper.lock(batch);
        if (row == null || row.is() != ImportBatch.State.READING) {
            throw ImportRefusal.cutOff();
        }
    }

    private static Draft.Opening sum(List<Draft> drafts) {
        return drafts.stream()
                .map(Draft::opening)
                .reduce(
                        new Draft.Opening(0, 0, 0, 0, 0),
                        (one, other) -> new Draft.Opening(
                                0,
                                one.points() + other.points(),
                                one.growth() + other.growth(),
                                one.principal() + other.principal(),
                                one.gift() + other.gift()));
    }

    @Transactional
    void finish(long batch) {
        mapper.move(batch, ImportBatch.State.READING, ImportBatch.State.CHECKED, clock.instant());
    }
}
