package io.shuke.member.card;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CardMapper {

    @Insert("INSERT INTO used_member_code (number, issued_at, used_at) VALUES (#{number}, #{issuedAt}, #{usedAt})")
    void use(String number, long issuedAt, Instant usedAt);
}
