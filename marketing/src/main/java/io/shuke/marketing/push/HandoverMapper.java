package io.shuke.marketing.push;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface HandoverMapper {

    @Insert("INSERT IGNORE INTO push_opt_out (member_id, topic, way, at)"
            + " SELECT #{kept}, o.topic, o.way, o.at FROM push_opt_out o WHERE o.member_id = #{absorbed}")
    void keepOptOuts(long absorbed, long kept);

    @Delete("DELETE FROM push_opt_out WHERE member_id = #{member}")
    void forgetOptOuts(long member);

    @Delete("DELETE FROM push_credit WHERE member_id = #{member}")
    void forgetCredits(long member);

    @Delete("DELETE FROM push_consent WHERE member_id = #{member}")
    void forgetConsents(long member);

    @Delete("DELETE FROM push_word WHERE member_id = #{member}")
    void forgetWords(long member);
}
