package io.shuke.console.mall;

import io.shuke.marketing.mall.Gift;
import java.util.ArrayList;
import java.util.List;

/** A gift of the mall as the merchant would tell it to a guest. */
final class GiftWords {

    private GiftWords() {}

    static List<String> of(Gift gift) {
        var terms = gift.terms();
        var limits = terms.limits();
        var words = new ArrayList<String>();
        words.add(terms.points() + " 积分换一份" + terms.title());
        words.add("共 " + terms.stock() + " 份，已兑 " + gift.given() + " 份");
        add(words, limits.perMember(), "每人最多 %d 份");
        add(words, limits.perMemberADay(), "每人每天最多 %d 份");
        add(words, limits.aDay(), "每天一共 %d 份");
        add(words, limits.visits(), "消费满 %d 次才能换");
        if (limits.level() > 1) {
            words.add("第 " + limits.level() + " 级及以上会员才能换");
        }
        words.add("兑换后保留 " + terms.daysToCollect() + " 天，过期不取退回积分");
        return words;
    }

    private static void add(List<String> words, int limit, String sentence) {
        if (limit > 0) {
            words.add(sentence.formatted(limit));
        }
    }
}
