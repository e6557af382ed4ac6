package io.shuke.member.merchant;

import io.shuke.member.ground.MerchantId;
import java.time.ZoneId;

/** @param zone the shop's own zone: it decides when a day begins */
public record Merchant(MerchantId id, String name, ZoneId zone) {}
