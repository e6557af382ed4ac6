package io.shuke.member.imports;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ImportMapper {

    record BatchRow(
            long id,
            String fileName,
            byte @Nullable [] fileHash,
            String state,
            String understood,
            String ignored,
            @Nullable String code,
            @Nullable String detail,
            int linesRead,
            int good,
            int imported,
            int conflicts,
            int undone,
            int kept,
            long points,
            long growth,
            long principalFen,
            long giftFen,
            int lastLine,
            String actor,
            Instant madeAt) {

        ImportBatch.State is() {
            return ImportBatch.State.valueOf(state);
        }
    }

    record LineRow(
            int line,
            byte @Nullable [] content,
            int step,
            long points,
            long growth,
            long principalFen,
            long giftFen,
            @Nullable Long memberId) {

        Draft.Opening opening() {
            return new Draft.Opening(step, points, growth, principalFen, giftFen);
        }
    }

    record ClaimedRow(long batchId, int line, int step) {}

    record ProblemRow(long id, String stage, int line, String field, String code, String detail) {}

    String BATCH =
            "id, file_name, file_hash, state, understood, ignored, code, detail, lines_read, good, imported, conflicts,"
                    + " undone, kept, points, growth, principal_fen, gift_fen, last_line, actor, made_at";

    String LINE = "line, content, step, points, growth, principal_fen, gift_fen, member_id";

    @Insert(
            "INSERT INTO import_batch (id, file_name, file_hash, state, understood, ignored, lines_read, good, imported,"
                    + " conflicts, undone, kept, points, growth, principal_fen, gift_fen, last_line, actor, made_at, touched_at)"
                    + " VALUES (#{id}, #{fileName}, #{fileHash}, 'READING', '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, #{actor},"
                    + " #{now}, #{now})")
    void insert(long id, String fileName, byte[] fileHash, String actor, Instant now);

    @Select("SELECT " + BATCH + " FROM import_batch WHERE id = #{id}")
    @Nullable
    BatchRow one(long id);

    @Select("SELECT " + BATCH + " FROM import_batch WHERE file_hash = #{hash}")
    @Nullable
    BatchRow ofFile(byte[] hash);

    @Select("SELECT " + BATCH + " FROM import_batch WHERE id = #{id} FOR UPDATE")
    @Nullable
    BatchRow lock(long id);

    /** Nothing while another node is at it. */
    @Select("SELECT " + BATCH + " FROM import_batch WHERE id = #{id} AND state IN ('RUNNING', 'UNDOING')"
            + " FOR UPDATE SKIP LOCKED")
    @Nullable
    BatchRow take(long id);

    @Select("SELECT " + BATCH + " FROM import_batch WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<BatchRow> page(long before, int limit);

    @Select("SELECT id FROM import_batch WHERE state IN ('RUNNING', 'UNDOING') ORDER BY id")
    List<Long> due();

    @Select("SELECT id FROM import_batch WHERE state = #{state} AND touched_at < #{before} ORDER BY id")
    List<Long> untouched(String state, Instant before);

    @Update(
            "UPDATE import_batch SET understood = #{understood}, ignored = #{ignored}, touched_at = #{now} WHERE id = #{id}")
    void understand(long id, String understood, String ignored, Instant now);

    @Update(
            "UPDATE import_batch SET lines_read = lines_read + #{lines}, good = good + #{good}, points = points + #{of.points},"
                    + " growth = growth + #{of.growth}, principal_fen = principal_fen + #{of.principal},"
                    + " gift_fen = gift_fen + #{of.gift}, touched_at = #{now} WHERE id = #{id}")
    void read(long id, int lines, int good, Draft.Opening of, Instant now);

    @Update("UPDATE import_batch SET imported = imported + #{imported}, conflicts = conflicts + #{conflicts},"
            + " last_line = #{line}, touched_at = #{now} WHERE id = #{id}")
    void ran(long id, int line, int imported, int conflicts, Instant now);

    @Update("UPDATE import_batch SET undone = undone + #{undone}, kept = kept + #{kept}, last_line = #{line},"
            + " touched_at = #{now} WHERE id = #{id}")
    void unran(long id, int line, int undone, int kept, Instant now);

    @Update(
            "UPDATE import_batch SET state = #{to}, last_line = 0, touched_at = #{now} WHERE id = #{id} AND state = #{from}")
    int move(long id, ImportBatch.State from, ImportBatch.State to, Instant now);

    /** The same file may then be tried again. */
    @Update("UPDATE import_batch SET file_hash = NULL WHERE id = #{id}")
    void forgetFile(long id);

    @Update("UPDATE import_batch SET code = #{code}, detail = #{detail} WHERE id = #{id}")
    void refuse(long id, String code, String detail);

    @Delete("DELETE FROM import_row WHERE batch_id = #{batch} AND state = 'READY'")
    void dropReady(long batch);

    @Select("SELECT " + LINE + " FROM import_row WHERE batch_id = #{batch} AND state = #{state} AND line > #{after}"
            + " ORDER BY line LIMIT #{limit}")
    List<LineRow> lines(long batch, String state, int after, int limit);

    /** Those who came in, be they claimed or not. */
    @Select("SELECT " + LINE + " FROM import_row WHERE batch_id = #{batch} AND member_id IS NOT NULL"
            + " AND state <> 'UNDONE' AND line > #{after} ORDER BY line LIMIT #{limit}")
    List<LineRow> brought(long batch, int after, int limit);

    @Select("SELECT COUNT(*) FROM import_row WHERE batch_id = #{batch} AND state = 'CLAIMED'")
    int claimed(long batch);

    @Select("SELECT batch_id, line, step FROM import_row WHERE member_id = #{member}")
    @Nullable
    ClaimedRow ofMember(long member);

    @Update("UPDATE import_row SET state = 'CLAIMED' WHERE batch_id = #{batch} AND line = #{line}")
    void claim(long batch, int line);

    @Select(
            "SELECT id, stage, line, field, code, detail FROM import_problem WHERE batch_id = #{batch} AND id > #{after}"
                    + " ORDER BY id LIMIT #{limit}")
    List<ProblemRow> problems(long batch, long after, int limit);
}
