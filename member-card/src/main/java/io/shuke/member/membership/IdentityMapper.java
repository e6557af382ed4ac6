package io.shuke.member.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdentityMapper {

    String COLUMNS = "id, member_id, provider, subject_index, subject, came_with, linked_at, withdrawn_at";

    /** One statement: either all are linked, or somebody else was first with one of them and none is. */
    @Insert("<script>INSERT INTO member_identity (" + COLUMNS + ") VALUES <foreach collection='rows' item='row'"
            + " separator=','>(#{row.id}, #{row.memberId}, #{row.provider}, #{row.subjectIndex}, #{row.subject},"
            + " #{row.cameWith}, #{row.linkedAt}, NULL)</foreach></script>")
    void insert(List<IdentityRow> rows);

    @Select("SELECT " + COLUMNS + " FROM member_identity WHERE subject_index = #{index}")
    @Nullable
    IdentityRow one(byte[] index);

    @Select("SELECT " + COLUMNS + " FROM member_identity WHERE member_id = #{member} ORDER BY id")
    List<IdentityRow> of(long member);

    @Update("UPDATE member_identity SET member_id = #{member}, subject = #{subject} WHERE id = #{id}")
    void move(long id, long member, byte @Nullable [] subject);

    @Update("UPDATE member_identity SET subject = NULL, withdrawn_at = #{at} WHERE id = #{id}")
    void withdraw(long id, Instant at);

    @Update("UPDATE member_identity SET subject = #{subject}, came_with = #{cameWith}, withdrawn_at = NULL"
            + " WHERE id = #{id}")
    void revive(long id, byte[] subject, String cameWith);

    @Delete("DELETE FROM member_identity WHERE id = #{id}")
    void delete(long id);

    @Delete("<script>DELETE FROM member_identity WHERE member_id IN " + MemberMapper.IDS + "</script>")
    void deleteOf(Collection<Long> ids);
}
