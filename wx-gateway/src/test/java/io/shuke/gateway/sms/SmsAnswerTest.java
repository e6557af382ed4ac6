package io.shuke.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.gateway.wechat.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SmsAnswerTest {

    private static Outcome<JsonNode> answered(int status, String body) {
        return SmsAnswer.of(
                status,
                body.getBytes(StandardCharsets.UTF_8),
                JsonMapper.builder().build());
    }

    private static Outcome<JsonNode> said(String code) {
        return answered(200, "{\"Code\":\"" + code + "\"}");
    }

    @Test
    void aYesCarriesTheProvidersNumber() {
        assertThat(answered(200, "{\"Code\":\"OK\",\"BizId\":\"9006\"}")
                        .map(answer -> answer.path("BizId").asString("")))
                .isEqualTo(new Outcome.Ok<>("9006"));
    }

    @Test
    void whatTheNumberStandsAgainstIsNotTriedAgain() {
        assertThat(said("isv.MOBILE_NUMBER_ILLEGAL")).isInstanceOf(Outcome.Refused.class);
        assertThat(said("isv.BUSINESS_LIMIT_CONTROL")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatWasCertainlyNotDoneWaits() {
        assertThat(said("isv.DAY_LIMIT_CONTROL"))
                .isInstanceOfSatisfying(Outcome.RetryLater.class, later -> assertThat(later.when())
                        .isEqualTo(Outcome.When.NEXT_DAY));
        assertThat(answered(400, "{\"Code\":\"Throttling.User\"}")).isInstanceOf(Outcome.RetryLater.class);
        assertThat(answered(503, "{\"Code\":\"ServiceUnavailable\"}")).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void whatTheOwnerMustMendStopsThePush() {
        assertThat(said("isv.AMOUNT_NOT_ENOUGH")).isEqualTo(new Outcome.ConfigurationWrong<>(0));
        assertThat(answered(403, "{\"Code\":\"SignatureDoesNotMatch\"}"))
                .isEqualTo(new Outcome.ConfigurationWrong<>(0));
        assertThat(said("isv.TEMPLATE_MISSING_PARAMETERS")).isEqualTo(new Outcome.ConfigurationWrong<>(47003));
    }

    @Test
    void whatNobodyKnowsIsUnknown() {
        assertThat(answered(200, "{\"Co")).isInstanceOf(Outcome.Unknown.class);
        assertThat(answered(502, "<html>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(said("isp.SYSTEM_ERROR")).isInstanceOf(Outcome.Unknown.class);
    }
}
