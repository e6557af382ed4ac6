package io.shuke.member.membership;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface AddressMapper {

    record AddressRow(
            long id,
            long memberId,
            String provider,
            byte[] subject,
            @Nullable Boolean following,
            byte[] secret) {}

    @Select("<script>SELECT i.id, i.member_id, i.provider, i.subject, f.following, k.secret FROM member_identity i"
            + " JOIN member m ON m.id = i.member_id JOIN member_key k ON k.member_id = i.member_id"
            + " LEFT JOIN fan f ON f.subject_index = i.subject_index WHERE m.state = 'ACTIVE'"
            + " AND i.subject IS NOT NULL AND i.withdrawn_at IS NULL AND i.member_id IN " + MemberMapper.IDS
            + " ORDER BY i.member_id, i.id</script>")
    List<AddressRow> of(Collection<Long> ids);
}
