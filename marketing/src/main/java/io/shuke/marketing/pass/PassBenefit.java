package io.shuke.marketing.pass;

/** What a pass is good for. */
public sealed interface PassBenefit {

    /**
     * Something handed over, so many times a day (月卡，一天一碗).
     *
     * @param what in the shop's own words, 1 to 40 characters
     * @param aDay 1 to 20
     */
    record Daily(String what, int aDay) implements PassBenefit {

        public Daily {
            if (what.isBlank() || what.length() > 40) {
                throw PassRefusal.impossible("要写明每天领什么，1 到 40 个字");
            }
            if (aDay < 1 || aDay > 20) {
                throw PassRefusal.impossible("每天的次数在 1 到 20 之间");
            }
        }
    }

    /**
     * A price for everything (全年8折卡).
     *
     * @param percent what remains to be paid of 100, 1 to 99: 80 is 8 折
     */
    record Discount(int percent) implements PassBenefit {

        public Discount {
            if (percent < 1 || percent > 99) {
                throw PassRefusal.impossible("折扣在 1 到 99 之间，80 就是 8 折");
            }
        }
    }
}
