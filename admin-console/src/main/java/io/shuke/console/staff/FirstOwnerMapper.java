package io.shuke.console.staff;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface FirstOwnerMapper {

    /** Of all merchants, and nothing but which: the secret is all that its bearer has. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT merchant_id FROM first_owner_secret WHERE secret_hash = #{hash} AND expires_at > #{now}")
    @Nullable
    Long merchantOf(byte[] hash, Instant now);

    /** All of them, so that two who come with different secrets wait for one another. */
    @Select("SELECT secret_hash FROM first_owner_secret WHERE expires_at > #{now} ORDER BY secret_hash FOR UPDATE")
    List<byte[]> lock(Instant now);

    /** Those who have gone count too: a shop that had an owner is not up for grabs. */
    @Select("SELECT COUNT(*) FROM staff")
    int staffEver();

    @Insert("INSERT INTO first_owner_secret (secret_hash, expires_at) VALUES (#{hash}, #{expiresAt})")
    void insert(byte[] hash, Instant expiresAt);

    @Delete("DELETE FROM first_owner_secret")
    void deleteAll();
}
