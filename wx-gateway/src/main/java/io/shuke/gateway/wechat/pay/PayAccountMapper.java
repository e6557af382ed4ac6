package io.shuke.gateway.wechat.pay;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** A call from WeChat Pay is known by its account before it is known by its merchant, so this table is everybody's. */
@Mapper
@InterceptorIgnore(tenantLine = "true")
interface PayAccountMapper {

    @Select("SELECT account, merchant_id, serial, private_key, api_key, platform_key_id, platform_key FROM pay_account"
            + " WHERE account = #{account}")
    @Nullable
    PayAccountRow one(String account);

    @Select("SELECT account, merchant_id, serial, private_key, api_key, platform_key_id, platform_key FROM pay_account"
            + " WHERE merchant_id = #{merchant}")
    @Nullable
    PayAccountRow of(long merchant);

    @Select("SELECT account, merchant_id, serial, private_key, api_key, platform_key_id, platform_key FROM pay_account")
    List<PayAccountRow> all();

    @Insert(
            "INSERT INTO pay_account (account, merchant_id, serial, private_key, api_key, platform_key_id, platform_key)"
                    + " VALUES (#{account}, #{merchantId}, #{serial}, #{privateKey}, #{apiKey},"
                    + " #{platformKeyId}, #{platformKey}) ON DUPLICATE KEY UPDATE serial = #{serial},"
                    + " private_key = #{privateKey}, api_key = #{apiKey}, platform_key_id = #{platformKeyId},"
                    + " platform_key = #{platformKey}")
    void connect(PayAccountRow row);
}
