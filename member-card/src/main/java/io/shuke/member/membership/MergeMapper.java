package io.shuke.member.membership;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MergeMapper {

    enum Moved {
        IDENTITY,
        DATE,
        CONSENT
    }

    record MergeRow(
            long id,
            long kept,
            long absorbed,
            String filled,
            Instant at,
            @Nullable Instant undoneAt) {

        Merge toDomain() {
            return new Merge(id, new MemberId(kept), new MemberId(absorbed), at, undoneAt);
        }

        List<String> filledFields() {
            return filled.isEmpty() ? List.of() : List.of(filled.split(","));
        }
    }

    @Insert("INSERT INTO member_merge (id, kept, absorbed, filled, at) VALUES (#{id}, #{kept}, #{absorbed}, #{filled},"
            + " #{at})")
    void insert(MergeRow merge);

    @Select("SELECT id, kept, absorbed, filled, at, undone_at FROM member_merge WHERE id = #{id}")
    @Nullable
    MergeRow one(long id);

    @Select("SELECT id, kept, absorbed, filled, at, undone_at FROM member_merge WHERE kept = #{member}"
            + " OR absorbed = #{member} ORDER BY id")
    List<MergeRow> of(long member);

    @Update("UPDATE member_merge SET undone_at = #{at} WHERE id = #{id} AND undone_at IS NULL")
    int undo(long id, Instant at);

    @Insert("INSERT INTO member_merge_move (merge_id, what, row_id) VALUES (#{merge}, #{what}, #{row})")
    void insertMove(long merge, Moved what, long row);

    @Select("SELECT row_id FROM member_merge_move WHERE merge_id = #{merge} AND what = #{what}")
    List<Long> moves(long merge, Moved what);
}
