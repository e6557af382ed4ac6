package io.shuke.marketing.stamp;

/** One stamp card (集章卡) of the shop. */
public record StampCardId(long value) {

    public StampCardId {
        if (value <= 0) {
            throw StampRefusal.unknownCard();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
