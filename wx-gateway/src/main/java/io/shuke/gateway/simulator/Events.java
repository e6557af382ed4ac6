package io.shuke.gateway.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The callbacks of WeChat, field by field. */
final class Events {

    private Events() {}

    static Event text(String content) {
        return answered("text", Json.of("MsgType", "text", "Content", content, "MsgId", Randoms.number(17)));
    }

    static Event subscribe(String scene) {
        var fields = event("subscribe");
        fields.put("EventKey", scene.isEmpty() ? "" : "qrscene_" + scene);
        if (!scene.isEmpty()) {
            fields.put("Ticket", "gQ" + Openids.hex(scene));
        }
        return answered("subscribe", fields);
    }

    static Event unsubscribe() {
        var fields = event("unsubscribe");
        fields.put("EventKey", "");
        return silent("unsubscribe", fields);
    }

    static Event scan(String scene) {
        var fields = event("SCAN");
        fields.put("EventKey", scene);
        fields.put("Ticket", "gQ" + Openids.hex(scene));
        return answered("SCAN", fields);
    }

    static Event click(String key) {
        var fields = event("CLICK");
        fields.put("EventKey", key);
        return answered("CLICK", fields);
    }

    static Event view(String url) {
        var fields = event("VIEW");
        fields.put("EventKey", url);
        fields.put("MenuId", "421791" + Randoms.number(3));
        return silent("VIEW", fields);
    }

    static Event templateFinished(long msgid, String status) {
        var fields = event("TEMPLATESENDJOBFINISH");
        fields.put("MsgID", msgid);
        fields.put("Status", status);
        return silent("TEMPLATESENDJOBFINISH", fields);
    }

    /** @param accepted the answer to each template */
    static Event popup(Map<String, Boolean> accepted, String scene) {
        var list = new ArrayList<Map<String, Object>>();
        accepted.forEach((template, yes) -> list.add(Json.of(
                "TemplateId", template, "SubscribeStatusString", yes ? "accept" : "reject", "PopupScene", scene)));
        return listed("subscribe_msg_popup_event", "SubscribeMsgPopupEvent", list);
    }

    static Event settings(List<String> refused) {
        var list = refused.stream()
                .map(template -> Json.of("TemplateId", template, "SubscribeStatusString", "reject"))
                .toList();
        return listed("subscribe_msg_change_event", "SubscribeMsgChangeEvent", list);
    }

    static Event sent(String template, int errorCode, String status) {
        var one = Json.of(
                "TemplateId",
                template,
                "MsgID",
                String.valueOf(Randoms.number(18)),
                "ErrorCode",
                String.valueOf(errorCode),
                "ErrorStatus",
                status);
        return listed("subscribe_msg_sent_event", "SubscribeMsgSentEvent", List.of(one));
    }

    /** @param name as WeChat writes it: its own sample has blanks around it */
    static Event userGetCard(String name, String card, String code, String outer) {
        var fields = event(name);
        fields.putAll(Json.of("CardId", card, "IsGiveByFriend", 0, "UserCardCode", code, "FriendUserName", ""));
        fields.putAll(Json.of("OuterId", 0, "OldUserCardCode", "", "OuterStr", outer, "IsRestoreMemberCard", 0));
        return silent("user_get_card", fields);
    }

    static Event ofCard(String name, String card, String code) {
        var fields = event(name);
        fields.putAll(Json.of("CardId", card, "UserCardCode", code));
        return silent(name, fields);
    }

    static Event authorisation(String name, SimulatedAccount account, Person person) {
        var fields = event(name);
        fields.putAll(Json.of("OpenID", person.openid(account.appid()), "UnionID", person.unionid()));
        fields.putAll(Json.of("AppID", account.appid(), "RevokeInfo", account.official() ? "205" : "6"));
        if (!account.official()) {
            fields.put("PluginID", "");
        }
        return silent(name, fields);
    }

    static Event enterSession(String from) {
        var fields = event("user_enter_tempsession");
        fields.put("SessionFrom", from);
        return answered("user_enter_tempsession", fields);
    }

    static Event mediaCheck(String appid, String trace, String suggest) {
        var fields = event("wxa_media_check");
        fields.putAll(Json.of("appid", appid, "trace_id", trace, "version", 2));
        fields.putAll(Json.of("errcode", 0, "errmsg", "ok"));
        fields.put("result", Json.of("suggest", suggest, "label", suggest.equals("pass") ? 100 : 20006));
        return silent("wxa_media_check", fields);
    }

    private static Map<String, Object> event(String name) {
        return Json.of("MsgType", "event", "Event", name);
    }

    private static Event answered(String name, Map<String, Object> fields) {
        return new Event(name, fields, fields, true);
    }

    private static Event silent(String name, Map<String, Object> fields) {
        return new Event(name, fields, fields, false);
    }

    /** In XML the list has a wrapper; in JSON it stands bare, and a list of one is no list. */
    private static Event listed(String name, String wrapper, List<Map<String, Object>> list) {
        var xml = event(name);
        xml.put(wrapper, Json.of("List", list));
        var json = new LinkedHashMap<>(event(name));
        json.put("List", list.size() == 1 ? list.get(0) : list);
        return new Event(name, xml, json, false);
    }
}
