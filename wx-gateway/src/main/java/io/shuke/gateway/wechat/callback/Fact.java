package io.shuke.gateway.wechat.callback;

import java.time.Instant;

/** What a message means to us; most messages mean nothing. */
sealed interface Fact {

    String account();

    String openid();

    Instant at();

    /** Follows the account now, or did already and scanned one of its codes. */
    record Followed(String account, String openid, Instant at) implements Fact {}

    record Unfollowed(String account, String openid, Instant at) implements Fact {}

    /** Took back the permission to use what WeChat told us, or changed it there (撤回授权). */
    record Withdrawn(String account, String openid, Instant at) implements Fact {}

    /** Something another feature may want to know; it hears of it inside the transaction. */
    record News(String account, String openid, Instant at, Object event) implements Fact {}
}
