package io.shuke.gateway.wechat.callback;

import io.shuke.gateway.wechat.callback.Wechat.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Damages, forges and misdirects calls; nothing that comes out of here may be taken. */
record Mutants(Random random, Wechat wechat, Wechat other, Instant now) {

    private static final List<String> SIGNED =
            List.of("signature", "timestamp", "nonce", "msg_signature", "encrypt_type");

    Call of(String message) {
        var call = wechat.send(message, now);
        var text = call.text();
        var encrypted = Wrapping.of(call.body()).encrypted();
        return switch (random.nextInt(24)) {
            case 0, 1 -> flippedParameter(call);
            case 2, 3 -> new Call(call.query(), flipped(call.body(), random.nextInt(call.body().length)));
            case 4 -> new Call(call.query(), flipped(call.body(), text.indexOf(encrypted) + random.nextInt(40)));
            case 5 -> call.withQuery(call.query().replaceFirst("&?\\b" + any(SIGNED) + "=[^&]*", ""));
            case 6 ->
                call.withQuery(call.query() + "&" + any(List.of(call.query().split("&"))));
            case 7 -> wechat.send(message, now.minusSeconds(301 + random.nextInt(100_000)));
            case 8 -> wechat.send(message, now.plusSeconds(330 + random.nextInt(100_000)));
            case 9 -> other.send(message, now);
            case 10 -> new Wechat(other.appid(), wechat.token(), wechat.key()).send(message, now);
            case 11 -> new Wechat(wechat.appid(), "guess", wechat.key()).send(message, now);
            case 12 -> call.withBody(wechat.send(message, now).text());
            case 13 ->
                call.withBody(text.replace(encrypted, encrypted.substring(0, random.nextInt(encrypted.length()))));
            case 14 ->
                new Call(
                        call.query(),
                        text.getBytes(any(List.of(
                                StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE))));
            case 15 -> call.withBody(text.replace("<", "+ADw-").replace("{", "+AHs-"));
            case 16 ->
                inserted(call, any(List.of("\0", "&#65;", "&a;", "]]><![CDATA[", "<!-- -->", "\\u0041")), encrypted);
            case 17 ->
                call.withBody(text.replace("</xml>", "<Encrypt>" + encrypted + "</Encrypt></xml>")
                        .replace("}", ",\"Encrypt\":\"" + encrypted + "\"}"));
            case 18 -> call.withBody("<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + text);
            case 19 -> call.withBody("<xml>" + "<a>".repeat(3_000) + "</a>".repeat(3_000) + "</xml>");
            case 20 -> wechat.send(MessageReaderTest.deep(17 + random.nextInt(3_000)), now);
            case 21 -> signedNoise();
            case 22 -> random.nextInt(20) > 0 ? call.withBody(message) : call.withBody(text + " ".repeat(1 << 20));
            default -> random.nextBoolean() ? call.withBody("") : call.withQuery("");
        };
    }

    private Call flippedParameter(Call call) {
        var pairs = call.query().split("&");
        int at;
        do {
            at = random.nextInt(pairs.length);
        } while (pairs[at].startsWith("openid="));
        var equals = pairs[at].indexOf('=');
        var value = pairs[at].substring(equals + 1).getBytes(StandardCharsets.ISO_8859_1);
        pairs[at] = pairs[at].substring(0, equals + 1) + escaped(flipped(value, random.nextInt(value.length)));
        return call.withQuery(String.join("&", pairs));
    }

    private Call inserted(Call call, String what, String encrypted) {
        var at = call.text().indexOf(encrypted) + random.nextInt(encrypted.length());
        return call.withBody(call.text().substring(0, at) + what + call.text().substring(at));
    }

    private Call signedNoise() {
        var noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        return wechat.sealed(Base64.getEncoder().encodeToString(noise), "<", now.getEpochSecond(), "1");
    }

    private byte[] flipped(byte[] bytes, int at) {
        var copy = Arrays.copyOf(bytes, bytes.length);
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static String escaped(byte[] value) {
        var text = new StringBuilder();
        for (byte each : value) {
            text.append(Character.isLetterOrDigit(each) ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return text.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
