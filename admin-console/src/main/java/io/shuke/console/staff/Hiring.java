package io.shuke.console.staff;

/** Somebody comes to work for the merchant. */
public record Hiring(Account account, String name, Role role, Password password) {

    private static final int LONGEST_NAME = 20;

    public Hiring {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw StaffRefusal.nameMalformed(LONGEST_NAME);
        }
        password.notLike(account);
    }
}
