package io.shuke.member.membership;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FieldMapper {

    @Select("SELECT name, label FROM profile_field ORDER BY name")
    List<ProfileField> all();

    @Insert("INSERT INTO profile_field (name, label) VALUES (#{name}, #{label})"
            + " ON DUPLICATE KEY UPDATE label = VALUES(label)")
    void define(ProfileField field);
}
