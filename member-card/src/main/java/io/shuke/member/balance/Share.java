package io.shuke.member.balance;

import io.shuke.member.ground.Fen;

/**
 * How much of an amount is principal and how much is gift; neither is negative.
 *
 * @param principal what was paid in
 * @param gift what was given on top
 */
public record Share(Fen principal, Fen gift) {

    public Share {
        if (principal.value() < 0 || gift.value() < 0) {
            throw new IllegalArgumentException("a share is not negative");
        }
    }

    static Share of(long principal, long gift) {
        return new Share(new Fen(principal), new Fen(gift));
    }

    public Fen total() {
        return new Fen(principal.value() + gift.value());
    }

    /**
     * What of this share goes back when part of it is refunded. Reckoned from the beginning each time, so that refunds in
     * however many parts come out at exactly this share, to the 分.
     *
     * @param before how much has been refunded already
     * @param more how much is refunded now
     */
    public Share part(Fen before, Fen more) {
        var total = total().value();
        if (more.value() <= 0) {
            throw ChargeRefusal.notPositive();
        }
        if (before.value() < 0 || before.value() + more.value() > total) {
            throw ChargeRefusal.moreThanSpent(total - before.value());
        }
        var gift = giftOf(before.value() + more.value()) - giftOf(before.value());
        return of(more.value() - gift, gift);
    }

    private long giftOf(long part) {
        return part * gift.value() / total().value();
    }
}
