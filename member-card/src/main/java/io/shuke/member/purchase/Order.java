package io.shuke.member.purchase;

import java.util.regex.Pattern;

/**
 * By what a till knows a bill: its number is used once in a store's channel, which is what makes a repeated request
 * harmless.
 *
 * @param channel where it was sold, such as {@code store}, {@code mini} or {@code delivery}
 * @param number visible ASCII, at most 64 characters, capitals matter
 */
public record Order(long storeId, String channel, String number) {

    /** The counter of a store, where nothing else is said. */
    public static final String COUNTER = "store";

    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7e]{1,64}");

    public Order {
        if (storeId <= 0) {
            throw PurchaseRefusal.badStore();
        }
        if (!CHANNEL.matcher(channel).matches()) {
            throw PurchaseRefusal.badChannel();
        }
        checkNumber(number);
    }

    static void checkNumber(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw PurchaseRefusal.badOrderNumber();
        }
    }
}
