package io.shuke.member.tag;

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
interface TagMapper {

    record TagRow(long id, String name, String note, String madeBy, Instant madeAt) {

        Tag toDomain() {
            return new Tag(new TagId(id), name, note, madeBy, madeAt);
        }
    }

    record HeldRow(
            long id,
            String name,
            String note,
            String madeBy,
            Instant madeAt,
            String own,
            boolean byRule,
            String givenBy,
            Instant givenAt) {

        HeldTag toDomain() {
            return new HeldTag(new Tag(new TagId(id), name, note, madeBy, madeAt), own, byRule, givenBy, givenAt);
        }
    }

    record CountRow(long tagId, long many) {}

    String MEMBERS = "<foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach>";

    @Select("SELECT id, name, note, made_by, made_at FROM tag WHERE name IS NOT NULL ORDER BY id")
    List<TagRow> all();

    @Select("SELECT id, name, note, made_by, made_at FROM tag WHERE id = #{id} AND name IS NOT NULL")
    @Nullable
    TagRow one(long id);

    @Select("SELECT id, name, note, made_by, made_at FROM tag WHERE id = #{id} AND name IS NOT NULL FOR UPDATE")
    @Nullable
    TagRow lock(long id);

    @Select("SELECT merged_into FROM tag WHERE id = #{id} AND merged_into IS NOT NULL")
    @Nullable
    Long mergedInto(long id);

    @Select("SELECT tag_id, COUNT(*) AS many FROM member_tag GROUP BY tag_id")
    List<CountRow> counts();

    @Insert("INSERT INTO tag (id, name, note, made_by, made_at) VALUES (#{id}, #{name}, #{note}, #{madeBy}, #{madeAt})")
    void insert(TagRow row);

    @Update("UPDATE tag SET name = #{name}, note = #{note} WHERE id = #{id} AND name IS NOT NULL")
    int change(long id, String name, String note);

    @Update("UPDATE tag SET name = NULL, merged_into = #{into} WHERE id = #{id} AND name IS NOT NULL")
    int retire(long id, @Nullable Long into);

    @Select("SELECT t.id, t.name, t.note, t.made_by, t.made_at, m.note AS own, m.by_rule, m.given_by, m.given_at"
            + " FROM member_tag m JOIN tag t ON t.id = m.tag_id WHERE m.member_id = #{member} AND t.name IS NOT NULL"
            + " ORDER BY t.id")
    List<HeldRow> of(long member);

    @Select("SELECT COUNT(*) FROM member_tag WHERE member_id = #{member} AND tag_id <> #{tag}")
    int others(long member, long tag);

    /** What was given by hand stays so, and with its note. */
    @Insert("<script>INSERT INTO member_tag (member_id, tag_id, note, by_rule, given_by, given_at) VALUES"
            + " <foreach collection='members' item='one' separator=','>(#{one}, #{tag}, '', #{byRule}, #{by}, #{at})"
            + "</foreach> ON DUPLICATE KEY UPDATE by_rule = by_rule AND VALUES(by_rule)</script>")
    void give(long tag, Collection<Long> members, boolean byRule, String by, Instant at);

    @Update("UPDATE member_tag SET note = #{note} WHERE member_id = #{member} AND tag_id = #{tag}")
    int note(long member, long tag, String note);

    @Delete("DELETE FROM member_tag WHERE member_id = #{member} AND tag_id = #{tag}")
    int take(long member, long tag);

    @Delete("<script>DELETE FROM member_tag WHERE tag_id = #{tag} AND by_rule = TRUE AND member_id > #{after}"
            + " AND member_id &lt;= #{last}<if test='!members.isEmpty()'> AND member_id NOT IN " + MEMBERS
            + "</if></script>")
    int takeFromOthers(long tag, long after, long last, Collection<Long> members);

    @Insert("INSERT IGNORE INTO member_tag (member_id, tag_id, note, by_rule, given_by, given_at)"
            + " SELECT member_id, #{into}, note, FALSE, given_by, given_at FROM member_tag WHERE tag_id = #{from}")
    void copy(long from, long into);

    @Delete("DELETE FROM member_tag WHERE tag_id = #{tag}")
    void takeFromAll(long tag);

    @Insert("INSERT INTO member_tag_move (merge_id, tag_id, note, by_rule, given_by, given_at, moved, kept_id)"
            + " SELECT #{merge}, tag_id, note, by_rule, given_by, given_at, FALSE, #{kept} FROM member_tag"
            + " WHERE member_id = #{absorbed}")
    void remember(long merge, long kept, long absorbed);

    @Select("SELECT tag_id FROM member_tag WHERE member_id = #{member}")
    List<Long> idsOf(long member);

    @Update("<script>UPDATE member_tag_move SET moved = TRUE WHERE merge_id = #{merge}<if test='!had.isEmpty()'>"
            + " AND tag_id NOT IN <foreach collection='had' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
            + "</if></script>")
    void markMoves(long merge, Collection<Long> had);

    @Insert("INSERT INTO member_tag (member_id, tag_id, note, by_rule, given_by, given_at)"
            + " SELECT #{kept}, tag_id, note, by_rule, given_by, given_at FROM member_tag_move WHERE merge_id = #{merge}"
            + " AND moved = TRUE")
    void hand(long merge, long kept);

    @Insert(
            "INSERT IGNORE INTO member_tag (member_id, tag_id, note, by_rule, given_by, given_at)"
                    + " SELECT #{member}, tag_id, note, by_rule, given_by, given_at FROM member_tag_move WHERE merge_id = #{merge}")
    void restore(long merge, long member);

    @Select("SELECT tag_id FROM member_tag_move WHERE merge_id = #{merge} AND moved = TRUE")
    List<Long> moved(long merge);

    @Delete("DELETE FROM member_tag WHERE member_id = #{member}")
    void forget(long member);

    @Delete("DELETE FROM member_tag_move WHERE kept_id = #{member}")
    void forgetMoves(long member);
}
