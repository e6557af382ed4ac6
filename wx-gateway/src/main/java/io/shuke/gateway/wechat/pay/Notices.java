package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Fen;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether a notice is WeChat Pay's, and reads it. The signature is checked over the very bytes that came, before
 * anything of them is parsed; what was decrypted must name the account whose address was called.
 */
@Component
public class Notices {

    public static final int LARGEST = 64 * 1024;

    private static final int DEEPEST = 8;
    private static final int TAG_BITS = 128;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_*-]{1,32}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        // The first reading builds what all later ones use, under a lock that no event loop may wait for.
        JSON.readTree("{}");
    }

    private final PayServices services;

    Notices(PayServices services) {
        this.services = services;
    }

    /** Refused when it is not WeChat's, not for this account or not to be understood. */
    public Mono<Notice> read(String account, Proof proof, byte[] body) {
        return services.called(account).map(service -> read(service, proof, body));
    }

    /** What to say to a body that never came to its end. */
    public static RuntimeException unreadable(Throwable why) {
        return why instanceof DataBufferLimitException ? PayRefusal.tooLarge() : PayRefusal.malformed();
    }

    private static Notice read(PayService service, Proof proof, byte[] body) {
        if (body.length > LARGEST) {
            throw PayRefusal.tooLarge();
        }
        if (!service.platform().proves(proof, body)) {
            throw PayRefusal.forged();
        }
        var notice = parsed(body);
        var told = parsed(opened(notice.path("resource"), service.account().apiKey()));
        if (!text(told, "mchid").equals(service.account().account())) {
            throw PayRefusal.foreign();
        }
        return toDomain(service, text(notice, "event_type"), told);
    }

    private static Notice toDomain(PayService service, String kind, JsonNode told) {
        var merchant = service.account().merchant();
        if (kind.equals("TRANSACTION.SUCCESS") && text(told, "trade_state").equals("SUCCESS")) {
            return new Notice.Paid(
                    merchant, number(told, "out_trade_no"), number(told, "transaction_id"), total(told.path("amount")));
        }
        if (kind.startsWith("REFUND.")) {
            var state = Cashier.repaymentState(text(told, "refund_status"));
            return new Notice.Repaid(merchant, number(told, "out_trade_no"), number(told, "out_refund_no"), state);
        }
        return new Notice.Other(merchant, kind);
    }

    private static Fen total(JsonNode amount) {
        var total = amount.path("total");
        if (!total.isIntegralNumber()
                || !total.canConvertToInt()
                || !text(amount, "currency").equals("CNY")) {
            throw PayRefusal.malformed();
        }
        return new Fen(total.intValue());
    }

    private static byte[] opened(JsonNode resource, String apiKey) {
        if (!text(resource, "algorithm").equals("AEAD_AES_256_GCM")) {
            throw PayRefusal.malformed();
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, text(resource, "nonce").getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(resource.path("associated_data").asString("").getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(Base64.getDecoder().decode(text(resource, "ciphertext")));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            throw PayRefusal.foreign();
        }
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException noJson) {
            throw PayRefusal.malformed();
        }
    }

    private static String number(JsonNode told, String field) {
        var number = text(told, field);
        if (!NUMBER.matcher(number).matches()) {
            throw PayRefusal.malformed();
        }
        return number;
    }

    private static String text(JsonNode told, String field) {
        var value = told.path(field);
        if (!value.isString()) {
            throw PayRefusal.malformed();
        }
        return value.stringValue();
    }
}
