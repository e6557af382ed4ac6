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
            String absorbedNumber,
            String filled,
            Instant at,
            @Nullable Instant undoneAt,
            @Nullable String actor,
            @Nullable String undoneBy) {

        Merge toDomain() {
            return new Merge(
                    id, new MemberId(kept), new MemberId(absorbed), absorbedNumber, at, undoneAt, actor, undoneBy);
        }

        List<String> filledFields() {
            return filled.isEmpty() ? List.of() : List.of(filled.split(","));
        }
    }

    String SELECT =
            "SELECT g.id, g.kept, g.absorbed, m.number AS absorbed_number, g.filled, g.at, g.undone_at, g.actor,"
                    + " g.undone_by FROM member_merge g JOIN member m ON m.id = g.absorbed";

    @Insert("INSERT INTO member_merge (id, kept, absorbed, filled, at) VALUES (#{id}, #{kept}, #{absorbed}, #{filled},"
            + " #{at})")
    void insert(MergeRow merge);

    @Select(SELECT + " WHERE g.id = #{id}")
    @Nullable
    MergeRow one(long id);

    @Select(SELECT + " WHERE g.kept = #{member} OR g.absorbed = #{member} ORDER BY g.id")
    List<MergeRow> of(long member);

    @Update("UPDATE member_merge SET undone_at = #{at} WHERE id = #{id} AND undone_at IS NULL")
    int undo(long id, Instant at);

    @Update("UPDATE member_merge SET actor = #{actor} WHERE id = #{id}")
    void decidedBy(long id, String actor);

    @Update("UPDATE member_merge SET undone_by = #{actor} WHERE id = #{id}")
    void undoneBy(long id, String actor);

    @Insert("INSERT INTO member_merge_move (merge_id, what, row_id) VALUES (#{merge}, #{what}, #{row})")
    void insertMove(long merge, Moved what, long row);

    @Select("SELECT row_id FROM member_merge_move WHERE merge_id = #{merge} AND what = #{what}")
    List<Long> moves(long merge, Moved what);
}
