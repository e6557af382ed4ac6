package io.shuke.marketing.referral;

record CommissionRow(
        long billId,
        int level,
        long referralId,
        long memberId,
        int permille,
        int fromVisits,
        long baseFen,
        long paidFen,
        boolean pending) {

    /** To the favour of the shop, in whole 分. */
    long worthFen() {
        return baseFen * permille / 1000;
    }
}
