package io.shuke.member.membership;

import java.util.random.RandomGenerator;

/**
 * What stands on the card: ten digits, not in sequence, so that nobody can count the members or guess his neighbour's; the
 * last one is a check digit (Luhn), so that a slip while typing is noticed.
 */
final class CardNumber {

    private static final int LENGTH = 10;

    private CardNumber() {}

    static String random(RandomGenerator random) {
        // No leading zero: spreadsheets eat it.
        var digits = Integer.toString(random.nextInt(100_000_000, 1_000_000_000));
        return digits + checkDigit(digits);
    }

    static boolean valid(String number) {
        return number.length() == LENGTH
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && checkDigit(number.substring(0, LENGTH - 1)) == number.charAt(LENGTH - 1) - '0';
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
