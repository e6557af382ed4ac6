package io.shuke.marketing.push;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface NoticeMapper {

    record TermsRow(String occasion, boolean switchedOn, int days, int version) {}

    record NoticeLegRow(
            String occasion, int leg, String way, String account, String template, String content, String path) {

        static NoticeLegRow of(Occasion occasion, int leg, Message message) {
            var row = LegText.row(0, leg, message);
            return new NoticeLegRow(
                    occasion.name(), leg, row.way(), row.account(), row.template(), row.content(), row.path());
        }

        Message message() {
            return LegText.message(new PushMapper.LegRow(0, leg, way, account, template, content, path));
        }
    }

    @Select("SELECT occasion, switched_on, days, version FROM push_notice")
    List<TermsRow> all();

    @Select("SELECT occasion, leg, way, account, template, content, path FROM push_notice_leg ORDER BY occasion, leg")
    List<NoticeLegRow> legs();

    @Insert("INSERT INTO push_notice (occasion, switched_on, days, version)"
            + " VALUES (#{occasion}, #{switchedOn}, #{days}, #{version})")
    void insert(TermsRow terms);

    @Update("UPDATE push_notice SET switched_on = #{terms.switchedOn}, days = #{terms.days},"
            + " version = #{terms.version} WHERE occasion = #{terms.occasion} AND version = #{was}")
    int update(TermsRow terms, int was);

    @Delete("DELETE FROM push_notice_leg WHERE occasion = #{occasion}")
    void dropLegs(String occasion);

    @Insert("INSERT INTO push_notice_leg (occasion, leg, way, account, template, content, path)"
            + " VALUES (#{occasion}, #{leg}, #{way}, #{account}, #{template}, #{content}, #{path})")
    void insertLeg(NoticeLegRow leg);
}
