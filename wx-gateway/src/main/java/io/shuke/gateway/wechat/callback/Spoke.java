package io.shuke.gateway.wechat.callback;

import java.time.Instant;

/** Somebody wrote to an account; for two days he may be answered. What he wrote is nobody's business here. */
public record Spoke(String account, String openid, Instant at) {}
