package io.shuke.gateway.simulator;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Tokens, tickets and codes. Nothing here guards anything, and a secure generator reads a file, which the event loop must
 * not wait for.
 */
final class Randoms {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Randoms() {}

    static String text(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    static long number(int digits) {
        var least = (long) Math.pow(10, digits - 1);
        return ThreadLocalRandom.current().nextLong(least, least * 10);
    }

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
