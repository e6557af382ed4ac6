package io.shuke.member.note;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface NoteMapper {

    record NoteRow(long id, long memberId, byte[] content, String actor, String wish, Instant writtenAt) {}

    String COLUMNS = "id, member_id, content, actor, wish, written_at";

    @Insert("INSERT INTO member_note (" + COLUMNS + ") VALUES (#{id}, #{memberId}, #{content}, #{actor}, #{wish},"
            + " #{writtenAt})")
    void insert(NoteRow row);

    @Select("SELECT " + COLUMNS + " FROM member_note WHERE actor = #{actor} AND wish = #{wish}")
    @Nullable
    NoteRow byWish(String actor, String wish);

    @Select("SELECT " + COLUMNS + " FROM member_note WHERE member_id = #{member} ORDER BY id DESC LIMIT #{limit}")
    List<NoteRow> of(long member, int limit);

    @Delete("DELETE FROM member_note WHERE id = #{id} AND member_id = #{member}")
    int delete(long id, long member);

    @Delete("DELETE FROM member_note WHERE member_id = #{member}")
    void forget(long member);

    @Insert("INSERT INTO member_note_move (merge_id, note_id) SELECT #{merge}, id FROM member_note"
            + " WHERE member_id = #{absorbed}")
    void remember(long merge, long absorbed);

    @Update("UPDATE member_note SET member_id = #{to} WHERE member_id = #{from}")
    void move(long from, long to);

    @Select("SELECT note_id FROM member_note_move WHERE merge_id = #{merge}")
    List<Long> moved(long merge);

    @Update("UPDATE member_note SET member_id = #{to} WHERE id = #{note} AND member_id = #{from}")
    void moveBack(long note, long from, long to);
}
