package io.shuke.gateway.sms;

import io.shuke.gateway.wechat.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the provider's answers mean. */
final class SmsAnswer {

    /** WeChat's number for "the values do not fit"; the provider itself has words only. */
    private static final int BAD_VALUE = 47003;

    private SmsAnswer() {}

    /** The whole answer when it is a yes. */
    static Outcome<JsonNode> of(int status, byte[] body, JsonMapper json) {
        try {
            var answer = json.readTree(body);
            var code = answer.path("Code").asString("");
            if (status == 200 && code.equals("OK")) {
                return new Outcome.Ok<>(answer);
            }
            return code.isEmpty() || status >= 500 && !code.equals("ServiceUnavailable")
                    ? new Outcome.Unknown<>("HTTP " + status)
                    : no(code);
        } catch (JacksonException unreadable) {
            return new Outcome.Unknown<>("unreadable");
        }
    }

    private static Outcome<JsonNode> no(String code) {
        if (code.startsWith("Throttling") || code.equals("ServiceUnavailable")) {
            return new Outcome.RetryLater<>(Outcome.When.NEXT_MINUTE, Outcome.BUSY);
        }
        return switch (code) {
            case "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL" ->
                new Outcome.RetryLater<>(Outcome.When.NEXT_DAY, Outcome.BUSY);
            // So many messages a minute, an hour and a day to one number.
            case "isv.BUSINESS_LIMIT_CONTROL", "isv.MOBILE_NUMBER_ILLEGAL" -> new Outcome.Refused<>(0);
            case "isv.TEMPLATE_PARAMS_ILLEGAL",
                    "isv.TEMPLATE_MISSING_PARAMETERS",
                    "isv.PARAM_LENGTH_LIMIT",
                    "isv.BLACK_KEY_CONTROL_LIMIT" -> new Outcome.ConfigurationWrong<>(BAD_VALUE);
            case "isp.SYSTEM_ERROR", "isp.GATEWAY_ERROR" -> new Outcome.Unknown<>(code);
            default -> new Outcome.ConfigurationWrong<>(0);
        };
    }
}
