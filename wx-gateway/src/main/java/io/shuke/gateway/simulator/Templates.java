package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Template.Gap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The templates of each account: at first the ones a shop needs, under names that can be read. The library WeChat offers
 * to choose from is the same list.
 */
final class Templates {

    static final List<Template> LIBRARY = List.of(
            template("tpl-points", "积分变动提醒", "会员号=character_string1", "变动=thing2", "当前积分=number3", "时间=time4"),
            template("tpl-coupon", "优惠券到账提醒", "券名称=thing1", "面额=amount2", "有效期至=time3"),
            template("tpl-expiry", "卡券到期提醒", "券名称=thing1", "到期时间=time2", "温馨提示=thing3"),
            template("tpl-level", "会员等级变更通知", "会员等级=thing1", "变更时间=time2", "说明=thing3"),
            template("tpl-balance", "储值余额变动提醒", "变动金额=amount1", "当前余额=amount2", "门店=thing3", "时间=time4"),
            template("tpl-check-in", "签到提醒", "活动名称=thing1", "连续天数=number2", "温馨提示=thing3"),
            template("tpl-order", "消费成功通知", "门店=thing1", "消费金额=amount2", "获得积分=number3", "时间=time4"),
            template("tpl-care", "预约到店提醒", "门店=thing1", "时间=time2", "备注=thing3"));

    private final Map<String, List<Template>> chosen = new ConcurrentHashMap<>();

    List<Template> of(String appid) {
        return chosen.computeIfAbsent(appid, account -> new CopyOnWriteArrayList<>(LIBRARY));
    }

    Template one(String appid, String id) {
        return of(appid).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> WechatError.of(40037));
    }

    /** A copy of the library's template under a name of its own. */
    Template choose(String appid, String libraryId) {
        var original = LIBRARY.stream()
                .filter(template -> template.id().equals(libraryId))
                .findFirst()
                .orElse(LIBRARY.get(0));
        var copy = new Template(Randoms.text(43), original.title(), original.gaps());
        of(appid).add(copy);
        return copy;
    }

    void put(String appid, Template template) {
        of(appid).removeIf(existing -> existing.id().equals(template.id()));
        of(appid).add(template);
    }

    void delete(String appid, String id) {
        of(appid).remove(one(appid, id));
    }

    private static Template template(String id, String title, String... gaps) {
        return new Template(
                id,
                title,
                List.of(gaps).stream()
                        .map(gap -> new Gap(gap.substring(0, gap.indexOf('=')), gap.substring(gap.indexOf('=') + 1)))
                        .toList());
    }
}
