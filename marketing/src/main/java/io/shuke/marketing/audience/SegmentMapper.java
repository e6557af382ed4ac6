package io.shuke.marketing.audience;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SegmentMapper {

    record SegmentRow(
            long segmentId, int version, String name, int grammar, String tree, String madeBy, Instant madeAt) {

        Segment toDomain() {
            return new Segment(
                    new SegmentId(segmentId), version, name, Conditions.stored(grammar, tree), madeBy, madeAt);
        }
    }

    String COLUMNS = "SELECT v.segment_id, v.version, v.name, v.grammar, v.tree, v.made_by, v.made_at";

    @Select(COLUMNS + " FROM segment s JOIN segment_version v ON v.segment_id = s.id AND v.version = s.version"
            + " WHERE s.name IS NOT NULL ORDER BY s.id DESC")
    List<SegmentRow> all();

    @Select(COLUMNS + " FROM segment s JOIN segment_version v ON v.segment_id = s.id AND v.version = s.version"
            + " WHERE s.id = #{id} AND s.name IS NOT NULL")
    @Nullable
    SegmentRow one(long id);

    @Select(COLUMNS + " FROM segment_version v WHERE v.segment_id = #{id} AND v.version = #{version}")
    @Nullable
    SegmentRow past(long id, int version);

    @Select("SELECT COUNT(*) FROM segment WHERE name IS NOT NULL")
    int count();

    @Insert("INSERT INTO segment (id, version, name) VALUES (#{id}, 1, #{name})")
    void insert(long id, String name);

    @Insert("INSERT INTO segment_version (segment_id, version, name, grammar, tree, made_by, made_at)"
            + " VALUES (#{segmentId}, #{version}, #{name}, #{grammar}, #{tree}, #{madeBy}, #{madeAt})")
    void insertVersion(SegmentRow row);

    @Update("UPDATE segment SET version = version + 1, name = #{name} WHERE id = #{id} AND version = #{version}"
            + " AND name IS NOT NULL")
    int change(long id, int version, String name);

    @Update("UPDATE segment SET name = NULL WHERE id = #{id} AND name IS NOT NULL")
    int remove(long id);
}
