package io.shuke.member.membership;

/** One member (会员) of one merchant. */
public record MemberId(long value) {

    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("a member id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
