package io.shuke.marketing.coupon;

/** What a coupon is good for (券种). What each takes off a bill is computed in one place, {@link Discount}. */
public sealed interface Benefit {

    /** Money in 分, up to ten thousand yuan a coupon. */
    long MOST_FEN = 1_000_000;

    /** The kinds by name, in the order in which a bill applies them. */
    enum Kind {
        EXCHANGE("兑换券"),
        GIFT("赠品券"),
        SECOND_HALF("第二件优惠券"),
        DISCOUNT("折扣券"),
        FULL_REDUCTION("满减券"),
        VOUCHER("代金券"),
        SHIPPING("运费券");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Kind kind();

    /** In the words of the counter. */
    String words();

    /** 兑换/体验: one piece for free that must stand on the bill; without a {@code sku} the staff hand something over. */
    record Exchange(String sku, String name) implements Benefit {

        public Exchange {
            Goods.check(sku, true);
            OfferRefusal.refuseUnless(Words.fits(name, 40), "兑换的商品要有 1 到 40 个字的名称");
        }

        @Override
        public Kind kind() {
            return Kind.EXCHANGE;
        }

        @Override
        public String words() {
            return "兑换" + name + "一份";
        }
    }

    /** 赠品: one piece beside what is bought; free when it stands on the bill, handed over when it does not. */
    record Gift(String sku, String name) implements Benefit {

        public Gift {
            Goods.check(sku, true);
            OfferRefusal.refuseUnless(Words.fits(name, 40), "赠品要有 1 到 40 个字的名称");
        }

        @Override
        public Kind kind() {
            return Kind.GIFT;
        }

        @Override
        public String words() {
            return "赠送" + name + "一份";
        }
    }

    /**
     * 第二件半价: of the dearest pieces, paired by price, the cheaper one of each pair.
     *
     * @param payPercent what is paid for the second piece, 0 to 99
     * @param pairs at most so many on one bill, 1 to 20
     */
    record SecondHalf(int payPercent, int pairs) implements Benefit {

        public SecondHalf {
            OfferRefusal.refuseUnless(payPercent >= 0 && payPercent <= 99, "第二件的价格在 0 到 99 折之间");
            OfferRefusal.refuseUnless(pairs >= 1 && pairs <= 20, "每单最多 1 到 20 组");
        }

        @Override
        public Kind kind() {
            return Kind.SECOND_HALF;
        }

        @Override
        public String words() {
            return "第二件" + (payPercent == 0 ? "免费" : payPercent == 50 ? "半价" : Words.percent(payPercent))
                    + (pairs == 1 ? "" : "（每单最多 " + pairs + " 组）");
        }
    }

    /**
     * 折扣.
     *
     * @param payPercent what is paid, 1 to 99: 85 is 8.5 折
     * @param capFen takes off at most so many 分; 0 is no cap
     */
    record Discounted(int payPercent, long capFen) implements Benefit {

        public Discounted {
            OfferRefusal.refuseUnless(payPercent >= 1 && payPercent <= 99, "折扣在 0.1 折到 9.9 折之间");
            OfferRefusal.refuseUnless(capFen >= 0 && capFen <= MOST_FEN, "最高优惠在 0 到 10000 元之间");
        }

        @Override
        public Kind kind() {
            return Kind.DISCOUNT;
        }

        @Override
        public String words() {
            return Words.percent(payPercent) + (capFen == 0 ? "" : "，最多优惠 " + Words.yuan(capFen) + " 元");
        }
    }

    /** 满减: so many 分 off once the threshold of the terms is reached. */
    record FullReduction(long offFen) implements Benefit {

        public FullReduction {
            OfferRefusal.refuseUnless(offFen >= 1 && offFen <= MOST_FEN, "减免金额在 0.01 到 10000 元之间");
        }

        @Override
        public Kind kind() {
            return Kind.FULL_REDUCTION;
        }

        @Override
        public String words() {
            return "减 " + Words.yuan(offFen) + " 元";
        }
    }

    /** 代金: worth so many 分, without change. */
    record Voucher(long worthFen) implements Benefit {

        public Voucher {
            OfferRefusal.refuseUnless(worthFen >= 1 && worthFen <= MOST_FEN, "面值在 0.01 到 10000 元之间");
        }

        @Override
        public Kind kind() {
            return Kind.VOUCHER;
        }

        @Override
        public String words() {
            return "抵 " + Words.yuan(worthFen) + " 元，不找零";
        }
    }

    /** 运费. @param capFen takes off at most so many 分; 0 is the whole fee */
    record FreeShipping(long capFen) implements Benefit {

        public FreeShipping {
            OfferRefusal.refuseUnless(capFen >= 0 && capFen <= MOST_FEN, "运费减免在 0 到 10000 元之间");
        }

        @Override
        public Kind kind() {
            return Kind.SHIPPING;
        }

        @Override
        public String words() {
            return capFen == 0 ? "免运费" : "运费减 " + Words.yuan(capFen) + " 元";
        }
    }
}
