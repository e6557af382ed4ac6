package io.shuke.console.staff;

/** Somebody on the staff of one merchant. */
public record StaffId(long value) {

    public StaffId {
        if (value <= 0) {
            throw new IllegalArgumentException("a staff id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
