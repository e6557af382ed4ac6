package io.shuke.member.ledger;

/**
 * The shop's own accounts, the other side of every movement, one of each for every asset. They have no row and no balance, for each would be locked by
 * everyone; what stands on them is the sum of their entries. Ids of members' accounts are far above 100.
 */
enum Counter {
    ISSUED(1),
    REDEEMED(2),
    EXPIRED(3),
    MERGED(4),
    FORFEITED(5),
    BROUGHT_FORWARD(6),
    PAID_IN(7),
    PAID_OUT(8),
    MATURED(9);

    private final long id;

    Counter(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    static Counter of(Reason reason) {
        return switch (reason) {
            case CHECK_IN,
                    STREAK,
                    WELCOME,
                    PURCHASE,
                    ACTIVITY,
                    REFERRAL,
                    BIRTHDAY,
                    GRANT,
                    CHARGE_GIFT,
                    COMMISSION,
                    STAMP -> ISSUED;
            case CHARGE, PASS -> PAID_IN;
            case PAY_BACK -> PAID_OUT;
            case MAKE_UP, OFFSET, GIFT, COUPON, PAYMENT, STAMP_REWARD, PASS_USE, DEDUCTION -> REDEEMED;
            case OPENING -> BROUGHT_FORWARD;
            case EXPIRY -> EXPIRED;
            case MATURED -> MATURED;
            case MERGE -> MERGED;
            case LEAVING -> FORFEITED;
            case REFUND, RELEASE, CORRECTION ->
                throw new IllegalArgumentException("a reversal uses its original's account");
        };
    }
}
