package io.shuke.member.ground;

/** One merchant of the installation (商户). Every row of every feature belongs to exactly one. */
public record MerchantId(long value) {

    public MerchantId {
        if (value <= 0) {
            throw new IllegalArgumentException("a merchant id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
