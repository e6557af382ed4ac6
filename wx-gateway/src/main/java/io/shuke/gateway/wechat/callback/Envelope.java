package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.MerchantId;
import java.time.Instant;

/** A message on its way into the inbox. */
record Envelope(MerchantId merchant, String account, byte[] key, String text, Instant receivedAt) {}
