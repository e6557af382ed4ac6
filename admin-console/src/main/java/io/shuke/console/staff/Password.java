package io.shuke.console.staff;

/** A password that somebody chooses. Long is what makes it good; rules about kinds of characters only make it forgotten. */
public record Password(String value) {

    private static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final int DIFFERENT = 5;

    public Password {
        if (value.codePointCount(0, value.length()) < SHORTEST
                || value.length() > LONGEST
                || value.codePoints().distinct().count() < DIFFERENT) {
            throw StaffRefusal.passwordWeak(SHORTEST, LONGEST);
        }
    }

    Password notLike(Account account) {
        if (value.toLowerCase(java.util.Locale.ROOT).contains(account.value())) {
            throw StaffRefusal.passwordWeak(SHORTEST, LONGEST);
        }
        return this;
    }

    @Override
    public String toString() {
        return "Password[]";
    }
}
