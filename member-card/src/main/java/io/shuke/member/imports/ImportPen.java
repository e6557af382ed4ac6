package io.shuke.member.imports;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the lines of a page with one statement each kind; past the mappers, whose parser would read every value. */
@Repository
class ImportPen {

    private final JdbcTemplate database;
    private final FieldCipher cipher;
    private final Ids ids;

    ImportPen(JdbcTemplate database, FieldCipher cipher, Ids ids) {
        this.database = database;
        this.cipher = cipher;
        this.ids = ids;
    }

    void stage(long batch, List<Draft> drafts) {
        database.batchUpdate(
                "INSERT INTO import_row (merchant_id, batch_id, line, state, content, step, points, growth, principal_fen,"
                        + " gift_fen) VALUES (?, ?, ?, 'READY', ?, ?, ?, ?, ?, ?)",
                drafts.stream()
                        .map(draft -> new Object[] {
                            merchant(),
                            batch,
                            draft.line(),
                            cipher.seal(draft.person().text(), place(batch, draft.line())),
                            draft.opening().step(),
                            draft.opening().points(),
                            draft.opening().growth(),
                            draft.opening().principal(),
                            draft.opening().gift()
                        })
                        .toList());
    }

    Draft open(long batch, ImportMapper.LineRow row) {
        var content = row.content();
        if (content == null) {
            throw new IllegalStateException("line " + row.line() + " of import " + batch + " has been emptied");
        }
        return new Draft(row.line(), Draft.Person.of(cipher.open(content, place(batch, row.line()))), row.opening());
    }

    void brought(long batch, Map<Integer, MemberId> members) {
        database.batchUpdate(
                "UPDATE import_row SET state = 'IN', content = NULL, member_id = ?"
                        + " WHERE merchant_id = ? AND batch_id = ? AND line = ?",
                members.entrySet().stream()
                        .map(one -> new Object[] {one.getValue().value(), merchant(), batch, one.getKey()})
                        .toList());
    }

    void settle(long batch, Collection<Integer> lines, String state) {
        database.batchUpdate(
                "UPDATE import_row SET state = ?, content = NULL WHERE merchant_id = ? AND batch_id = ? AND line = ?",
                lines.stream()
                        .map(line -> new Object[] {state, merchant(), batch, line})
                        .toList());
    }

    void note(long batch, ImportProblem.Stage stage, List<Problem> problems) {
        database.batchUpdate(
                "INSERT INTO import_problem (merchant_id, batch_id, id, stage, line, field, code, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                problems.stream()
                        .map(problem -> new Object[] {
                            merchant(),
                            batch,
                            ids.next(),
                            stage.name(),
                            problem.line(),
                            problem.field().name(),
                            problem.code(),
                            problem.detail()
                        })
                        .toList());
    }

    private static String place(long batch, int line) {
        return "import_row.content:" + batch + ":" + line;
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
