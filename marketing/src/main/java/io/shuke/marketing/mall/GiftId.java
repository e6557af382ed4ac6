package io.shuke.marketing.mall;

/** One gift of the mall (礼品). */
public record GiftId(long value) {

    public GiftId {
        if (value <= 0) {
            throw GiftRefusal.unknown();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
