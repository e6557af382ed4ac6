package io.shuke.member.merchant;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MerchantMapper {

    record MerchantRow(long id, String name, String zone) {}

    @Select("SELECT id, name, zone FROM merchant ORDER BY id")
    List<MerchantRow> all();

    @Select("SELECT id, name, zone FROM merchant WHERE id = #{id}")
    @Nullable
    MerchantRow one(long id);

    @Insert("INSERT INTO merchant (id, name, zone, created_at) VALUES (#{id}, #{name}, #{zone}, #{at})")
    void insert(long id, String name, String zone, Instant at);

    record StoreRow(
            long id,
            String name,
            String address,
            String scene,
            int version,
            @Nullable Instant closedAt) {

        KeptStore toDomain() {
            return new KeptStore(new Store(id, name, address, scene), version, closedAt);
        }
    }

    @Select("SELECT id, name, address, scene FROM store WHERE closed_at IS NULL ORDER BY id")
    List<Store> stores();

    @Select("SELECT id, name, address, scene, version, closed_at FROM store ORDER BY id")
    List<StoreRow> kept();

    @Select("SELECT id FROM merchant WHERE id = #{id} FOR UPDATE")
    @Nullable
    Long lock(long id);

    @Update("UPDATE store SET name = #{name}, address = #{address}, version = version + 1 WHERE id = #{id}")
    void changeStore(long id, String name, String address);

    @Update("UPDATE store SET closed_at = #{at}, version = version + 1 WHERE id = #{id}")
    void closeStore(long id, Instant at);

    @Update("UPDATE store SET closed_at = NULL, version = version + 1 WHERE id = #{id}")
    void reopenStore(long id);

    @Insert("INSERT INTO store (id, name, address, scene) VALUES (#{id}, #{name}, #{address}, #{scene})")
    void insertStore(Store store);

    @Select("SELECT * FROM channel ORDER BY account")
    List<ChannelRow> channels();

    @Select("SELECT * FROM channel WHERE account = #{account}")
    @Nullable
    ChannelRow channel(String account);

    @Insert("INSERT INTO channel (account, merchant_id, provider, name, secret, callback_token, callback_key,"
            + " previous_callback_key) VALUES (#{account}, #{merchantId}, #{provider}, #{name}, #{secret},"
            + " #{callbackToken}, #{callbackKey}, #{previousCallbackKey})")
    void insertChannel(ChannelRow channel);

    @Update("UPDATE channel SET name = #{name}, secret = #{secret}, callback_token = #{callbackToken},"
            + " callback_key = #{callbackKey}, previous_callback_key = #{previousCallbackKey}"
            + " WHERE account = #{account} AND merchant_id = #{merchantId}")
    int updateChannel(ChannelRow channel);
}
