package io.shuke.member.ledger;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what the self-check found into words for a shop's owner. */
final class Finding {

    /** @param figures the same with what stands there and what should, when the two differ */
    private record Words(String plain, @Nullable String figures) {}

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Words UNKNOWN = new Words("账目对不上", null);

    private static final Map<String, Words> WORDS = Map.ofEntries(
            entry("I01", new Words("余额与流水对不上", "余额写的是 %s，流水合计是 %s")),
            entry("I02", new Words("有一笔变动的收支两边不相等", null)),
            entry("I03", new Words("流水的序号或余额前后接不上", null)),
            entry("I04", new Words("扣得比余额还多", null)),
            entry("I05", new Words("同一个单号记了两次", null)),
            entry("I06", new Words("有变动少了流水，或有流水找不到它的变动", null)),
            entry("I07", new Words("有流水记在了不属于本店的账户上", null)),
            entry("I08", new Words("撤销的比原来那笔还多", null)),
            entry("I28", new Words("储值与收款、退款的记录对不上", "收付款记录是 %s，储值账上是 %s")),
            entry("I30", new Words("店员手工变动的记录被改动过", null)),
            entry("I32", new Words("流水的时间前后颠倒", null)),
            entry("L1", new Words("各到期日的数量加起来与余额对不上", "余额是 %s，各到期日加起来是 %s")),
            entry("L2", new Words("到期日的明细与流水对不上", null)));

    private Finding() {}

    static String words(String rule, @Nullable Asset asset, String detail) {
        var code = rule.contains(" ") ? rule.substring(0, rule.indexOf(' ')) : rule;
        var words = WORDS.getOrDefault(code, UNKNOWN);
        var numbers = NUMBER.matcher(detail)
                .results()
                .limit(2)
                .map(found -> found.group())
                .toList();
        if (words.figures() == null || numbers.size() < 2 || numbers.get(0).equals(numbers.get(1))) {
            return words.plain();
        }
        return words.figures().formatted(amount(asset, numbers.get(0)), amount(asset, numbers.get(1)));
    }

    private static String amount(@Nullable Asset asset, String number) {
        try {
            return asset == null ? number : asset.words(Long.parseLong(number));
        } catch (NumberFormatException beyond) {
            return number;
        }
    }
}
