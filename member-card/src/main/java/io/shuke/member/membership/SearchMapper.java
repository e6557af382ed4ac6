package io.shuke.member.membership;

import java.util.Collection;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SearchMapper {

    @Insert("<script>INSERT IGNORE INTO member_word (word, member_id) VALUES"
            + " <foreach collection='words' item='word' separator=','>(#{word}, #{member})</foreach></script>")
    void insert(long member, Collection<byte[]> words);

    @Delete("<script>DELETE FROM member_word WHERE member_id IN " + MemberMapper.IDS + "</script>")
    void delete(Collection<Long> ids);
}
