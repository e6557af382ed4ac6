package io.shuke.marketing.referral;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReferralFactMapper {

    record ReferralFactRow(long friends, long bought) {}

    @Select("SELECT COUNT(*) AS friends, COUNT(bill_id) AS bought FROM referral"
            + " WHERE id >= #{from} AND id < #{until} AND voided_by IS NULL")
    ReferralFactRow between(long from, long until);
}
