package io.shuke.gateway.wechat.callback;

import java.util.Map;

/**
 * A message or event that WeChat really sent, as far as the answer and the inbox need it.
 *
 * @param text as it was decrypted
 * @param fields its outermost values, trimmed: WeChat's own samples carry blanks inside CDATA
 * @param key the same for every delivery of this message, different for any other
 */
record Message(String text, Map<String, String> fields, byte[] key) {

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
