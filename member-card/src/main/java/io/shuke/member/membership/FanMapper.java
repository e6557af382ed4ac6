package io.shuke.member.membership;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface FanMapper {

    record FanRow(boolean following, Instant at) {}

    /** Keeps the later of two events whichever arrives first; of two in the same second the one that arrives later. */
    @Insert("INSERT INTO fan (subject_index, following, at) VALUES (#{index}, #{following}, #{at})"
            + " ON DUPLICATE KEY UPDATE following = IF(VALUES(at) >= at, VALUES(following), following),"
            + " at = GREATEST(at, VALUES(at))")
    void record(byte[] index, boolean following, Instant at);

    @Select("SELECT following, at FROM fan WHERE subject_index = #{index}")
    @Nullable
    FanRow one(byte[] index);

    @Delete("DELETE FROM fan WHERE subject_index = #{index}")
    void delete(byte[] index);
}
