package io.shuke.console.stamp;

import io.shuke.marketing.stamp.Earning;
import io.shuke.marketing.stamp.StampTerms;
import java.util.ArrayList;
import java.util.List;

/** A stamp card as the merchant would tell it to a guest. */
final class StampWords {

    private StampWords() {}

    static List<String> of(StampTerms terms) {
        var words = new ArrayList<String>();
        words.add(earning(terms.earning()));
        terms.rewards().forEach(reward -> words.add("集满 " + reward.stamps() + " 个章：" + reward.text()));
        words.add("集满 " + terms.round() + " 个后重新开始；退款会收回对应的章");
        return words;
    }

    private static String earning(Earning earning) {
        if (earning instanceof Earning.PerBill bill) {
            var fen = bill.from().value();
            return fen == 0 ? "每单盖一个章" : "每单满 ¥%d.%02d 盖一个章".formatted(fen / 100, fen % 100);
        }
        return earning instanceof Earning.PerPiece piece
                ? "每买一份（" + String.join("、", piece.goods()) + "）盖一个章"
                : "每天来消费盖一个章";
    }
}
