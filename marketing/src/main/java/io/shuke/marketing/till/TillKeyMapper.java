package io.shuke.marketing.till;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TillKeyMapper {

    /** Of any merchant: a till is known by its key before it is known by its shop. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT * FROM till_key WHERE id = #{id}")
    @Nullable
    TillKeyRow anywhere(long id);

    @Select("SELECT * FROM till_key ORDER BY id")
    List<TillKeyRow> all();

    @Select("SELECT * FROM till_key WHERE id = #{id} FOR UPDATE")
    @Nullable
    TillKeyRow lock(long id);

    @Insert("INSERT INTO till_key (id, store_id, name, scopes, secret, opens, closes, bill_fen, hour_fen, day_fen,"
            + " bill_points, hour_points, day_points, issued_at) VALUES (#{id}, #{storeId}, #{name}, #{scopes},"
            + " #{secret}, #{opens}, #{closes}, #{billFen}, #{hourFen}, #{dayFen}, #{billPoints}, #{hourPoints},"
            + " #{dayPoints}, #{issuedAt})")
    void insert(TillKeyRow row);

    @Update("UPDATE till_key SET store_id = #{storeId}, name = #{name}, scopes = #{scopes}, opens = #{opens},"
            + " closes = #{closes}, bill_fen = #{billFen}, hour_fen = #{hourFen}, day_fen = #{dayFen},"
            + " bill_points = #{billPoints}, hour_points = #{hourPoints}, day_points = #{dayPoints},"
            + " secret = #{secret}, previous_secret = #{previousSecret}, previous_until = #{previousUntil},"
            + " revoked_at = #{revokedAt} WHERE id = #{id}")
    void update(TillKeyRow row);
}
