package io.shuke.marketing.pass;

/** One kind of pass that the shop sells. */
public record PassProductId(long value) {

    public PassProductId {
        if (value <= 0) {
            throw PassRefusal.unknownProduct();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
