package io.shuke.gateway.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a newcomer needs to play each part with the demo shop. */
public record ShopDescription(
        String merchantId,
        @Nullable Account officialAccount,
        @Nullable Account miniProgram,
        List<StoreSign> stores,
        @Nullable Till till,
        List<Login> console) {

    /** What the two sides of a callback share. */
    public record Account(String appid, String token, String aesKey) {}

    /** @param scene what the QR code at the store's counter says */
    public record StoreSign(String id, String name, String scene) {}

    public record Till(String key, String secret) {}

    public record Login(String account, String password, String role) {}
}
