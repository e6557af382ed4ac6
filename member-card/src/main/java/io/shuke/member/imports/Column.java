package io.shuke.member.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column of a shop's list can mean, and the headings under which other systems export it. */
public enum Column {
    PHONE("手机号", "手机", "手机号码", "电话", "电话号码", "联系电话", "会员手机", "会员手机号", "移动电话"),
    NAME("姓名", "会员姓名", "名字", "客户姓名", "顾客姓名", "会员名称"),
    BIRTHDAY("生日", "出生日期", "会员生日"),
    SEX("性别", "会员性别"),
    LEVEL("等级", "会员等级", "级别", "会员级别"),
    POINTS("积分", "可用积分", "当前积分", "剩余积分", "积分余额", "会员积分"),
    GROWTH("成长值", "会员成长值"),
    PRINCIPAL("储值", "余额", "本金", "余额本金", "储值余额", "储值本金", "账户余额", "充值余额", "卡内余额"),
    GIFT("赠送金", "赠金", "赠送金额", "赠送余额", "赠送金余额"),
    CARD("会员卡号", "卡号", "会员编号", "会员号"),
    JOINED("入会日期", "入会时间", "注册日期", "注册时间", "开卡日期", "开卡时间", "加入时间", "创建时间"),
    REMARK("备注", "标签", "会员备注", "会员标签");

    /** Units in brackets, stars of mandatory columns, blanks of both widths and the mark at the beginning of a file. */
    private static final Pattern ORNAMENT = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]|[*＊:：\\s\\u3000\\uFEFF]");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<Column> of(String heading) {
        var word = ORNAMENT.matcher(heading).replaceAll("");
        return Stream.of(values())
                .filter(column -> column.headings.contains(word))
                .findFirst();
    }

    /** As the shop's list calls it. */
    public String label() {
        return headings.get(0);
    }

    /** As in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
