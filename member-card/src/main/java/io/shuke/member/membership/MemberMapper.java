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
interface MemberMapper {

    String COLUMNS = "m.id, m.number, m.state, m.nickname, m.nickname_from, m.birthday, m.profile, m.phone_id,"
            + " p.subject AS phone, m.joined_at, m.absorbed_by, k.secret";
    String WITH_KEY_AND_PHONE = " LEFT JOIN member_key k ON k.member_id = m.id"
            + " LEFT JOIN member_identity p ON p.id = m.phone_id AND p.member_id = m.id";
    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Select("SELECT " + COLUMNS + ", NULL AS seen_as, FALSE AS dormant FROM member m" + WITH_KEY_AND_PHONE
            + " WHERE m.id = #{id}")
    @Nullable
    MemberRow one(long id);

    @Select("<script>SELECT " + COLUMNS + ", i.subject_index AS seen_as, i.withdrawn_at IS NOT NULL AS dormant"
            + " FROM member_identity i JOIN member m ON m.id = i.member_id" + WITH_KEY_AND_PHONE
            + " WHERE i.subject_index IN <foreach collection='indexes' item='index' open='(' separator=',' close=')'>"
            + "#{index}</foreach></script>")
    List<MemberRow> seen(Collection<byte[]> indexes);

    @Select("SELECT id FROM member WHERE number = #{number} AND state IN ('ACTIVE', 'ABSORBED')")
    @Nullable
    Long idOf(String number);

    /** Newest first, for ids grow with time. */
    @Select("SELECT " + COLUMNS + ", NULL AS seen_as, FALSE AS dormant FROM member m" + WITH_KEY_AND_PHONE
            + " WHERE m.id < #{before} AND m.state = 'ACTIVE' ORDER BY m.id DESC LIMIT #{limit}")
    List<MemberRow> page(long before, int limit);

    @Select("SELECT COUNT(*) FROM member WHERE state = 'ACTIVE' AND joined_at >= #{from} AND joined_at < #{until}")
    long joined(Instant from, Instant until);

    @Select("SELECT id FROM member WHERE id > #{after} AND state = 'ACTIVE' ORDER BY id LIMIT #{limit}")
    List<Long> idsAfter(long after, int limit);

    @Select("<script>SELECT id FROM member WHERE state = 'ACTIVE' AND id IN " + IDS + " ORDER BY id</script>")
    List<Long> idsAmong(Collection<Long> ids);

    @Select("SELECT COUNT(*) FROM member WHERE state = 'ACTIVE'")
    long count();

    @Select("<script>SELECT " + COLUMNS + ", NULL AS seen_as, FALSE AS dormant FROM member m" + WITH_KEY_AND_PHONE
            + " WHERE m.state = 'ACTIVE' AND m.id IN " + IDS + "</script>")
    List<MemberRow> among(Collection<Long> ids);

    /** In ascending order, whoever locks several: nobody waits for one who waits for him. */
    @Select("<script>SELECT id FROM member WHERE id IN " + IDS + " ORDER BY id FOR UPDATE</script>")
    List<Long> lock(Collection<Long> ids);

    @Select("<script>SELECT id FROM member WHERE absorbed_by IN " + IDS + "</script>")
    List<Long> absorbedBy(Collection<Long> ids);

    @Insert("INSERT INTO member (id, number, state, phone_id, joined_at)"
            + " VALUES (#{id}, #{number}, 'ACTIVE', #{phoneId}, #{at})")
    void insert(long id, String number, @Nullable Long phoneId, Instant at);

    @Insert("INSERT INTO member_key (member_id, secret) VALUES (#{member}, #{secret})")
    void insertKey(long member, byte[] secret);

    @Update("UPDATE member SET nickname = #{nickname}, nickname_from = #{nicknameFrom}, birthday = #{birthday},"
            + " profile = #{profile} WHERE id = #{id}")
    void update(
            long id,
            byte @Nullable [] nickname,
            @Nullable String nicknameFrom,
            byte @Nullable [] birthday,
            byte @Nullable [] profile);

    @Update("UPDATE member SET birthday_index = #{index} WHERE id = #{id}")
    void indexBirthday(long id, byte @Nullable [] index);

    @Update("UPDATE member SET phone_id = #{phoneId} WHERE id = #{id}")
    void setPhone(long id, @Nullable Long phoneId);

    @Update("UPDATE member SET state = #{state}, absorbed_by = #{absorbedBy} WHERE id = #{id}")
    void setState(long id, MemberState state, @Nullable Long absorbedBy);

    @Update(
            "<script>UPDATE member SET nickname = NULL, nickname_from = NULL WHERE nickname_from = #{provider} AND id IN "
                    + IDS + "</script>")
    void forgetNicknames(Collection<Long> ids, String provider);

    @Update("<script>UPDATE member SET state = 'LEFT', left_at = #{at}, nickname = NULL, nickname_from = NULL,"
            + " birthday = NULL, birthday_index = NULL, profile = NULL, phone_id = NULL WHERE id IN " + IDS
            + "</script>")
    void wipe(Collection<Long> ids, Instant at);

    @Delete("<script>DELETE FROM member_key WHERE member_id IN " + IDS + "</script>")
    void deleteKeys(Collection<Long> ids);
}
