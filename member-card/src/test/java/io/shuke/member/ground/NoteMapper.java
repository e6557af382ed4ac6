package io.shuke.member.ground;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** A table and a mapper that exist only to try the ground with. */
@Mapper
interface NoteMapper {

    String TABLE = "CREATE TABLE IF NOT EXISTS note ("
            + "merchant_id BIGINT NOT NULL, id BIGINT NOT NULL, text VARCHAR(60) NOT NULL, PRIMARY KEY (id))";

    @Insert("INSERT INTO note (id, text) VALUES (#{id}, #{text})")
    void insert(long id, String text);

    @Insert("INSERT INTO note (id, text) VALUES (#{id}, #{text}) ON DUPLICATE KEY UPDATE text = VALUES(text)")
    void put(long id, String text);

    @Insert("""
            <script>
            INSERT INTO note (id, text) VALUES
            <foreach collection="ids" item="id" separator=",">(#{id}, #{text})</foreach>
            </script>""")
    void insertAll(List<Long> ids, String text);

    @Select("SELECT id FROM note ORDER BY id")
    List<Long> ids();

    @Select("SELECT COUNT(*) FROM note a LEFT JOIN note b ON b.text = a.text AND b.id <> a.id WHERE b.id IS NOT NULL")
    long twins();

    @Select("SELECT id FROM note WHERE id IN (SELECT MAX(id) FROM note) FOR UPDATE")
    List<Long> last();

    @Update("UPDATE note SET text = #{text} WHERE id = #{id}")
    int change(long id, String text);

    @Delete("DELETE FROM note WHERE id = #{id}")
    int delete(long id);

    @Select("SELECT SLEEP(#{seconds}) FROM note WHERE id = #{id}")
    List<Integer> sleep(long id, double seconds);
}
