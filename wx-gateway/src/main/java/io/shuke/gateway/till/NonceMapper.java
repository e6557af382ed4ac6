package io.shuke.gateway.till;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface NonceMapper {

    @Insert("""
            <script>
            INSERT INTO till_nonce (key_id, nonce, seen_at) VALUES
            <foreach collection="nonces" item="one" separator=",">(#{one.key}, #{one.nonce}, #{at})</foreach>
            </script>
            """)
    void insert(List<Nonces.Nonce> nonces, Instant at);

    @Delete("DELETE FROM till_nonce WHERE seen_at < #{before} ORDER BY seen_at LIMIT #{many}")
    int forget(Instant before, int many);
}
