package io.shuke.member.tag;

/** One tag (标签) of one merchant. */
public record TagId(long value) {

    public TagId {
        if (value <= 0) {
            throw new IllegalArgumentException("a tag id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
