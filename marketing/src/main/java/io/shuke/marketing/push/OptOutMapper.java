package io.shuke.marketing.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OptOutMapper {

    record OptOutRow(long memberId, String topic, String way) {

        OptOut toDomain() {
            return new OptOut(topic.isEmpty() ? null : Topic.valueOf(topic), way.isEmpty() ? null : Way.valueOf(way));
        }
    }

    @Select("<script>SELECT member_id, topic, way FROM push_opt_out WHERE member_id IN " + PushMapper.MEMBERS
            + "</script>")
    List<OptOutRow> of(Collection<Long> members);

    @Delete("DELETE FROM push_opt_out WHERE member_id = #{member}")
    void delete(long member);

    @Insert("INSERT IGNORE INTO push_opt_out (member_id, topic, way, at) VALUES (#{member}, #{topic}, #{way}, #{at})")
    void insert(long member, String topic, String way, Instant at);
}
