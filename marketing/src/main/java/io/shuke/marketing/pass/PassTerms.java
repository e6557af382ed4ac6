package io.shuke.marketing.pass;

import io.shuke.member.ground.Fen;

/**
 * A pass as the shop sells it.
 *
 * @param title 1 to 40 characters
 * @param days how many days of the shop it is good, the first one included; 1 to 1000
 */
public record PassTerms(String title, PassBenefit benefit, int days, Fen price) {

    public PassTerms {
        if (title.isBlank() || title.length() > 40) {
            throw PassRefusal.impossible("名称要有 1 到 40 个字");
        }
        if (days < 1 || days > 1000) {
            throw PassRefusal.impossible("有效天数在 1 到 1000 之间");
        }
        if (price.value() < 0) {
            throw PassRefusal.impossible("价格不能小于 0");
        }
    }

    /** How often it can be used in all; a discount is not used up. */
    int uses() {
        return benefit instanceof PassBenefit.Daily daily ? daily.aDay() * days : 0;
    }
}
