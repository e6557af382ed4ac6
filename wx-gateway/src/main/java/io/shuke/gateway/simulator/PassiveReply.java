package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Delivery.Mode;
import io.shuke.gateway.simulator.PhoneMessage.Kind;
import java.util.List;
import java.util.Map;

/** What we answered to a callback, read the way WeChat reads it: decrypted, its signature and appid checked. */
final class PassiveReply {

    private static final String OUT_OF_ORDER = "该公众号提供的服务出现故障，请稍后再试";

    private static final int LONGEST = 500;

    private PassiveReply() {}

    /** Puts the answer on the phone and says in a word what it was. */
    static String show(Phones phones, Parcel parcel, String body) {
        var text = body.strip();
        if (text.isEmpty() || text.equals("success")) {
            return text.isEmpty() ? "empty" : "success";
        }
        try {
            var fields = open(parcel.account(), parcel.how().mode(), text);
            put(phones, parcel, fields);
            return fields.getOrDefault("MsgType", "?");
        } catch (IllegalArgumentException odd) {
            outOfOrder(phones, parcel);
            return "unreadable: " + odd.getMessage();
        }
    }

    /** What the person reads when no answer came that WeChat understands. */
    static void outOfOrder(Phones phones, Parcel parcel) {
        if (parcel.event().answered()) {
            phones.notice(parcel.person(), parcel.account().appid(), OUT_OF_ORDER);
        }
    }

    /** The answer for the journal: what is sealed is shown opened. */
    static String readable(Parcel parcel, String body) {
        if (body.length() < 20) {
            return body;
        }
        try {
            return Json.text(open(parcel.account(), parcel.how().mode(), body.strip()));
        } catch (IllegalArgumentException odd) {
            return body.substring(0, Math.min(LONGEST, body.length()));
        }
    }

    static Map<String, String> open(SimulatedAccount account, Mode mode, String body) {
        if (body.startsWith("{")) {
            var json = Json.read(body);
            return Xml.read(unseal(
                    account,
                    json.path("MsgSignature").asString(""),
                    json.path("TimeStamp").asString(""),
                    json.path("Nonce").asString(""),
                    json.path("Encrypt").asString("")));
        }
        var fields = Xml.read(body);
        if (!fields.containsKey("Encrypt")) {
            if (mode == Mode.SAFE) {
                throw new IllegalArgumentException("not encrypted");
            }
            return fields;
        }
        return Xml.read(unseal(
                account,
                fields.getOrDefault("MsgSignature", ""),
                fields.getOrDefault("TimeStamp", ""),
                fields.getOrDefault("Nonce", ""),
                fields.getOrDefault("Encrypt", "")));
    }

    private static String unseal(
            SimulatedAccount account, String signature, String timestamp, String nonce, String sealed) {
        if (!Crypt.signature(account.token(), timestamp, nonce, sealed).equals(signature)) {
            throw new IllegalArgumentException("wrong signature");
        }
        var opened = new Crypt(account.aesKey()).open(sealed);
        if (!opened.appid().equals(account.appid())) {
            throw new IllegalArgumentException("another account's appid");
        }
        return opened.message();
    }

    private static void put(Phones phones, Parcel parcel, Map<String, String> fields) {
        if (!fields.getOrDefault("ToUserName", "").equals(parcel.openid())) {
            throw new IllegalArgumentException("addressed to somebody else");
        }
        var person = parcel.person();
        var appid = parcel.account().appid();
        switch (fields.getOrDefault("MsgType", "")) {
            case "text" -> phones.text(person, appid, fields.getOrDefault("Content", ""));
            case "news" ->
                phones.card(
                        person,
                        appid,
                        Kind.NEWS,
                        new Phones.Card(
                                fields.getOrDefault("Articles/item/Title", ""),
                                fields.getOrDefault("Articles/item/Description", ""),
                                List.of(),
                                new Phones.Link(fields.get("Articles/item/Url"), null)));
            case "image" ->
                phones.card(person, appid, Kind.IMAGE, new Phones.Card("", "[图片]", List.of(), Phones.Link.NOWHERE));
            case "transfer_customer_service" -> phones.notice(person, appid, "正在为你转接客服");
            default -> throw new IllegalArgumentException("unknown MsgType");
        }
    }
}
