package io.shuke.member.balance;

import io.shuke.member.ground.Fen;

/**
 * What a member has at one moment.
 *
 * <p>Both are spent in proportion, the odd 分 from the principal: so whoever wants his money back has neither lost the gift
 * first nor kept it to the end, and the shop knows at every bill how much of it was really paid for. Either may be negative
 * after a merge of members was undone; then only the other is spent, and never more than both together.
 *
 * @param principal what was paid in and not spent
 * @param gift what was given on top and not spent
 */
public record Purse(Fen principal, Fen gift) {

    /** A card in a member's name holds no more principal than this (named-card rule): ¥5 000. */
    public static final Fen CAP = new Fen(500_000);

    public static final Purse EMPTY = new Purse(Fen.NONE, Fen.NONE);

    static Purse of(long principal, long gift) {
        return new Purse(new Fen(principal), new Fen(gift));
    }

    /** What may be spent; never negative. */
    public Fen available() {
        return new Fen(Math.max(0, principal.value() + gift.value()));
    }

    /** How a payment of so much is made up. */
    public Share spend(Fen amount) {
        if (amount.value() <= 0) {
            throw ChargeRefusal.notPositive();
        }
        if (amount.value() > available().value()) {
            throw ChargeRefusal.insufficient(available(), amount);
        }
        if (gift.value() <= 0) {
            return new Share(amount, Fen.NONE);
        }
        if (principal.value() <= 0) {
            return new Share(Fen.NONE, amount);
        }
        var ofGift = amount.value() * gift.value() / (principal.value() + gift.value());
        return Share.of(amount.value() - ofGift, ofGift);
    }

    /** What may be paid back: the principal, unless a debt in gifts stands against it. */
    public Fen repayable() {
        return new Fen(Math.max(0, Math.min(principal.value(), available().value())));
    }

    /**
     * What leaves the purse when so much principal is paid back: with it goes the same share of the gift, the odd 分
     * upwards, so that the last principal takes the last gift along.
     */
    public Share repay(Fen amount) {
        if (amount.value() <= 0) {
            throw ChargeRefusal.notPositive();
        }
        if (amount.value() > repayable().value()) {
            throw ChargeRefusal.moreThanRepayable(repayable());
        }
        if (gift.value() <= 0) {
            return new Share(amount, Fen.NONE);
        }
        var withdrawn = (amount.value() * gift.value() + principal.value() - 1) / principal.value();
        return Share.of(amount.value(), withdrawn);
    }

    /** How much more may be paid in, with so much already on its way. */
    Fen room(Fen reserved) {
        return new Fen(Math.max(0, CAP.value() - principal.value() - reserved.value()));
    }
}
