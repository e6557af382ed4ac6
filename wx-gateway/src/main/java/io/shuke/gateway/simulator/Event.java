package io.shuke.gateway.simulator;

import java.util.Map;

/**
 * Something WeChat tells us, before it is addressed and wrapped.
 *
 * @param name how the journal calls it
 * @param xml its fields in XML
 * @param json its fields in JSON, which differ where lists come in
 * @param answered the person sees what is answered, or that nothing came
 */
record Event(String name, Map<String, Object> xml, Map<String, Object> json, boolean answered) {

    String text(SimulatedAccount account, String openid, long second, boolean asJson) {
        var whole = Json.of("ToUserName", account.originalId(), "FromUserName", openid, "CreateTime", second);
        whole.putAll(asJson ? json : xml);
        return asJson ? Json.text(whole) : Xml.write(whole);
    }
}
