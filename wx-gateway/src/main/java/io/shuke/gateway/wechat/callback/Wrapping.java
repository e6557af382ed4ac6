package io.shuke.gateway.wechat.callback;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * The outer message, {@code ToUserName} and {@code Encrypt}. WeChat writes it in one fixed form of plain ASCII, so a
 * narrow scanner reads it: whatever only a full parser would understand (attributes, entities, comments, other
 * encodings, a text in pieces) is not WeChat's and stays outside.
 */
record Wrapping(@Nullable String toUser, String encrypted) {

    private static final String CDATA = "<![CDATA[";
    private static final int MOST_FIELDS = 16;
    private static final Set<String> KNOWN =
            Set.of("ToUserName", "Encrypt", "AppId", "AgentID", "MsgSignature", "TimeStamp", "Nonce");

    static Wrapping of(byte[] body) {
        for (byte each : body) {
            if (each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                throw CallbackRefusal.malformed();
            }
        }
        var text = new String(body, StandardCharsets.US_ASCII).strip();
        var fields = text.startsWith("{") ? json(text) : xml(text);
        var encrypted = fields.get("Encrypt");
        if (encrypted == null) {
            throw fields.containsKey("MsgType") ? CallbackRefusal.plain() : CallbackRefusal.malformed();
        }
        // A field we do not know may be new; one that stands where the addressee should is a damaged one.
        if (!fields.containsKey("ToUserName") && !KNOWN.containsAll(fields.keySet())) {
            throw CallbackRefusal.malformed();
        }
        return new Wrapping(fields.get("ToUserName"), encrypted);
    }

    private static Map<String, String> xml(String text) {
        if (!text.startsWith("<xml>") || !text.endsWith("</xml>") || text.length() < 11) {
            throw CallbackRefusal.malformed();
        }
        var fields = new HashMap<String, String>();
        var end = text.length() - "</xml>".length();
        var at = blank(text, 5);
        for (; at < end; at = blank(text, at)) {
            var open = text.indexOf('>', at);
            if (text.charAt(at) != '<' || open < 0) {
                throw CallbackRefusal.malformed();
            }
            var name = text.substring(at + 1, open);
            var inPieces = text.startsWith(CDATA, open + 1);
            var from = inPieces ? open + 1 + CDATA.length() : open + 1;
            var until = text.indexOf('<', from);
            var value = text.substring(from, inPieces ? Math.max(from, until - 3) : Math.max(from, until));
            var close = (inPieces ? "]]>" : "") + "</" + name + ">";
            at = from + value.length();
            if (!word(name) || value.indexOf('&') >= 0 || !text.startsWith(close, at)) {
                throw CallbackRefusal.malformed();
            }
            at += close.length();
            put(fields, name, value);
        }
        if (at != end) {
            throw CallbackRefusal.malformed();
        }
        return fields;
    }

    private static Map<String, String> json(String text) {
        // Text of this kind needs no escape but the one for a slash, which some writers like.
        if (text.replace("\\/", "/").indexOf('\\') >= 0) {
            throw CallbackRefusal.malformed();
        }
        var fields = new HashMap<String, String>();
        try (var parser = MessageReader.json(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (!parser.nextToken().isScalarValue()) {
                    throw CallbackRefusal.malformed();
                }
                put(fields, name, parser.getString());
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw CallbackRefusal.malformed();
            }
            return fields;
        } catch (JacksonException broken) {
            throw CallbackRefusal.malformed();
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (fields.put(name, value) != null || fields.size() > MOST_FIELDS) {
            throw CallbackRefusal.malformed();
        }
    }

    private static int blank(String text, int at) {
        var next = at;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next;
    }

    private static boolean word(String name) {
        return !name.isEmpty() && name.length() <= 32 && name.chars().allMatch(Character::isLetterOrDigit);
    }
}
