package io.shuke.marketing.till;

/**
 * How much of a bill goes back with a refund. Reckoned on what has gone back in sum before and after, so that however many
 * parts a bill is refunded in, they come to the whole exactly.
 *
 * @param of what was paid, in money or from the balance
 */
record Proportion(long before, long after, long of) {

    Proportion {
        if (before < 0 || after < before || after > of) {
            throw new IllegalArgumentException("more goes back than came");
        }
    }

    /** A bill for which nothing was paid goes back as a whole or not at all. */
    long part(long whole) {
        if (of == 0) {
            return whole;
        }
        return Math.multiplyExact(whole, after) / of - Math.multiplyExact(whole, before) / of;
    }
}
