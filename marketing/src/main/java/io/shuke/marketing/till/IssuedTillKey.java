package io.shuke.marketing.till;

/** A key with the secret that is shown this once. */
public record IssuedTillKey(TillKeyId id, TillSecret secret) {}
