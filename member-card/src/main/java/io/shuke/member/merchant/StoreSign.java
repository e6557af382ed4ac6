package io.shuke.member.merchant;

/** What stands over a store's door, and where that is. */
public record StoreSign(String name, String address) {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_ADDRESS = 100;

    public StoreSign {
        name = name.strip();
        address = address.strip();
        if (name.isEmpty() || !readable(name, LONGEST_NAME) || !readable(address, LONGEST_ADDRESS)) {
            throw StoreRefusal.signMalformed(LONGEST_NAME, LONGEST_ADDRESS);
        }
    }

    private static boolean readable(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
