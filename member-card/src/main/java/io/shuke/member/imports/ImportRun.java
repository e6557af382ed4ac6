package io.shuke.member.imports;

import io.shuke.member.imports.ImportMapper.BatchRow;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.OldMember;
import io.shuke.member.membership.OldMembers;
import io.shuke.member.membership.ProfileField;
import io.shuke.member.membership.ProfileFields;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Brings the next lines in. The batch is held by this transaction. */
@Component
class ImportRun {

    static final int AT_ONCE = 500;
    /** Instructions, up to four a line. */
    private static final int PORTION = 200;

    private static final String OLD_CARD = "oldCard";
    private static final String REMARK = "remark";

    private final ImportMapper mapper;
    private final ImportPen pen;
    private final OldMembers members;
    private final ProfileFields fields;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Clock clock;

    ImportRun(
            ImportMapper mapper,
            ImportPen pen,
            OldMembers members,
            ProfileFields fields,
            Ledger ledger,
            Merchants merchants,
            Clock clock) {
        this.mapper = mapper;
        this.pen = pen;
        this.members = members;
        this.fields = fields;
        this.ledger = ledger;
        this.merchants = merchants;
        this.clock = clock;
    }

    boolean page(BatchRow batch) {
        var rows = mapper.lines(batch.id(), "READY", batch.lastLine(), AT_ONCE);
        if (rows.isEmpty()) {
            mapper.move(batch.id(), ImportBatch.State.RUNNING, ImportBatch.State.DONE, clock.instant());
            return false;
        }
        var drafts = rows.stream().map(row -> pen.open(batch.id(), row)).toList();
        // Somebody may have joined with the same phone since the file was looked at.
        var known = members.known(
                drafts.stream().map(draft -> draft.person().phone()).toList());
        var conflicts = drafts.stream()
                .filter(draft -> known.contains(draft.person().phone()))
                .toList();
        var free = drafts.stream()
                .filter(draft -> !known.contains(draft.person().phone()))
                .toList();
        bringIn(batch, free);
        pen.settle(batch.id(), conflicts.stream().map(Draft::line).toList(), "CONFLICT");
        pen.note(
                batch.id(),
                ImportProblem.Stage.RUN,
                conflicts.stream()
                        .map(draft -> Problem.of(draft.line(), Column.PHONE, ImportRefusal.alreadyMember()))
                        .toList());
        mapper.ran(batch.id(), rows.get(rows.size() - 1).line(), free.size(), conflicts.size(), clock.instant());
        return true;
    }

    private void bringIn(BatchRow batch, List<Draft> drafts) {
        defineFields(batch);
        var now = clock.instant();
        var enrolled =
                members.enrol(drafts.stream().map(draft -> person(draft, now)).toList());
        var byLine = new LinkedHashMap<Integer, MemberId>();
        var openings = new ArrayList<Instruction>();
        for (int i = 0; i < drafts.size(); i++) {
            byLine.put(drafts.get(i).line(), enrolled.get(i));
            openings.addAll(openings(batch, drafts.get(i), enrolled.get(i)));
        }
        inPortions(ledger, openings);
        pen.brought(batch.id(), byLine);
    }

    /** Once, with the first page: what the list knows beyond what every shop asks. */
    private void defineFields(BatchRow batch) {
        if (batch.lastLine() > 0) {
            return;
        }
        if (batch.understood().contains(Column.CARD.code() + "=")) {
            fields.define(new ProfileField(OLD_CARD, "原会员卡号"));
        }
        if (batch.understood().contains(Column.REMARK.code() + "=")) {
            fields.define(new ProfileField(REMARK, "备注"));
        }
    }

    private OldMember person(Draft draft, Instant now) {
        var person = draft.person();
        var profile = new TreeMap<String, String>();
        Map.of("name", person.name(), "sex", person.sex(), OLD_CARD, person.card(), REMARK, person.remark())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        profile.put(name, value);
                    }
                });
        var joined = person.joined();
        var at = joined == null
                ? now
                : joined.atStartOfDay(merchants.current().zone()).toInstant();
        return new OldMember(person.phone(), person.birthday(), profile, at);
    }

    private static List<Instruction> openings(BatchRow batch, Draft draft, MemberId member) {
        var reference = reference(batch.id(), draft.line());
        var openings = new ArrayList<Instruction>();
        amounts(draft.opening()).forEach((asset, amount) -> {
            if (amount > 0) {
                openings.add(Movement.earn(member, asset, amount, Reason.OPENING, reference)
                        .by(batch.actor()));
            }
        });
        return openings;
    }

    static Map<Asset, Long> amounts(Draft.Opening opening) {
        var amounts = new LinkedHashMap<Asset, Long>();
        amounts.put(Asset.POINTS, opening.points());
        amounts.put(Asset.GROWTH, opening.growth());
        amounts.put(Asset.PRINCIPAL, opening.principal());
        amounts.put(Asset.GIFT, opening.gift());
        return amounts;
    }

    /** Every line is a reference of its own, and the books look for a few dozen much faster than for hundreds at once. */
    static void inPortions(Ledger ledger, List<Instruction> all) {
        for (int from = 0; from < all.size(); from += PORTION) {
            ledger.post(all.subList(from, Math.min(from + PORTION, all.size())));
        }
    }

    /** The books say which line of which list it was. */
    static Reference reference(long batch, int line) {
        return new Reference("import:" + batch + ":" + line);
    }
}
