package io.shuke.member.membership;

import java.time.Instant;

/** One line of the consent ledger: who agreed to which version of which text, or took it back, is never overwritten. */
public record Consent(String document, String version, String channel, boolean granted, Instant at) {}
