package io.shuke.marketing.push;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.PointsLedger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What stands in braces in a message, and differs from member to member. */
@Component
class Variables {

    private static final String NICKNAME = "{昵称}";
    private static final String NUMBER = "{卡号}";
    private static final String POINTS = "{积分}";
    private static final String SHOP = "{店名}";
    static final Set<String> ALL = Set.of(NICKNAME, NUMBER, POINTS, SHOP);

    private final Members members;
    private final PointsLedger points;
    private final Merchants merchants;

    Variables(Members members, PointsLedger points, Merchants merchants) {
        this.members = members;
        this.points = points;
        this.merchants = merchants;
    }

    /** With the member's own values, and no longer than the provider takes. Asks for a value only where it is used. */
    Message fill(Message message, long member) {
        var filled = message.with(text -> text.indexOf('{') < 0 ? text : filled(text, new MemberId(member)));
        if (filled instanceof Message.Template one) {
            return new Message.Template(one.account(), one.template(), fitted(one.values()), one.path());
        }
        if (filled instanceof Message.Notice one) {
            return new Message.Notice(one.account(), one.template(), fitted(one.values()), one.path());
        }
        if (filled instanceof Message.Sms) {
            return filled.with(text -> Gap.fitted(text, Gap.SMS));
        }
        return filled instanceof Message.Subscription one
                ? new Message.Subscription(one.account(), one.template(), fitted(one.values()), one.path())
                : filled;
    }

    private static LinkedHashMap<String, String> fitted(Map<String, String> values) {
        var fitted = new LinkedHashMap<String, String>();
        values.forEach((keyword, value) -> fitted.put(keyword, Gap.fitted(keyword, value)));
        return fitted;
    }

    private String filled(String text, MemberId member) {
        UnaryOperator<String> nickname = any -> {
            var called = members.member(member).nickname();
            return called == null ? "会员" : called;
        };
        var filled = replaced(text, NICKNAME, nickname);
        filled = replaced(filled, NUMBER, any -> members.cardNumber(member));
        filled = replaced(
                filled, POINTS, any -> Long.toString(points.balance(member).value()));
        return replaced(filled, SHOP, any -> merchants.current().name());
    }

    private static String replaced(String text, String variable, UnaryOperator<String> value) {
        return text.contains(variable) ? text.replace(variable, value.apply(variable)) : text;
    }
}
