package io.shuke.gateway.door;

/**
 * A body that is JSON already, for answers that are kept as such.
 *
 * @param <B> the body it was made from, for the description of the doors
 */
public record Prepared<B>(byte[] json) {}
