package io.shuke.member.membership;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ConsentMapper {

    @Insert(
            "INSERT INTO member_consent (id, member_id, document, version, channel, granted, at) VALUES (#{id}, #{member},"
                    + " #{consent.document}, #{consent.version}, #{consent.channel}, #{consent.granted}, #{consent.at})")
    void insert(long id, long member, Consent consent);

    @Select(
            "SELECT document, version, channel, granted, at FROM member_consent WHERE member_id = #{member} ORDER BY id")
    List<Consent> of(long member);

    record AgreedRow(String version, long members) {}

    /** By the last word of each. */
    @Select("SELECT c.version, COUNT(*) AS members FROM member_consent c WHERE c.granted AND NOT EXISTS (SELECT 1"
            + " FROM member_consent l WHERE l.member_id = c.member_id AND l.id > c.id) GROUP BY c.version")
    List<AgreedRow> agreed();

    @Select("SELECT id FROM member_consent WHERE member_id = #{member} ORDER BY id")
    List<Long> idsOf(long member);

    @Update("UPDATE member_consent SET member_id = #{member} WHERE id = #{id}")
    void move(long id, long member);
}
