package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonSyntaxException;
import io.shuke.gateway.wechat.Outcome.CodeInvalid;
import io.shuke.gateway.wechat.Outcome.CodeUsed;
import io.shuke.gateway.wechat.Outcome.ConfigurationWrong;
import io.shuke.gateway.wechat.Outcome.Ok;
import io.shuke.gateway.wechat.Outcome.Refused;
import io.shuke.gateway.wechat.Outcome.RetryLater;
import io.shuke.gateway.wechat.Outcome.Unknown;
import io.shuke.gateway.wechat.Outcome.When;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @Test
    void keepsTheAnswer() {
        assertThat(Outcome.of("answer")).isEqualTo(new Ok<>("answer"));
    }

    @Test
    void doesNotTakeNothingForAnAnswer() {
        assertThat(Outcome.<String>of((String) null)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 40226, 43004, 43019, 43101, 45015, 45047})
    void knowsWhenThePersonStandsAgainstIt(int errcode) {
        assertThat(Outcome.of(said(errcode))).isEqualTo(new Refused<>(errcode));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40001, 40014, 42001})
    void retriesSoonWhatPassesSoon(int errcode) {
        assertThat(Outcome.of(said(errcode))).isEqualTo(new RetryLater<>(When.SOON, errcode));
    }

    @Test
    void waitsForTheQuotaToBeginAnew() {
        assertThat(Outcome.of(said(45011))).isEqualTo(new RetryLater<>(When.NEXT_MINUTE, 45011));
        assertThat(Outcome.of(said(45009))).isEqualTo(new RetryLater<>(When.NEXT_DAY, 45009));
    }

    @Test
    void tellsUsedCodesFromInvalidOnes() {
        assertThat(Outcome.of(said(40163))).isEqualTo(new CodeUsed<>());
        assertThat(Outcome.of(said(40029))).isEqualTo(new CodeInvalid<>());
    }

    @ParameterizedTest
    @ValueSource(ints = {40013, 40037, 40125, 40164, 41030, 47003, 48001, 61010, 87014, 123456})
    void blamesTheSettingsForTheRest(int errcode) {
        assertThat(Outcome.of(said(errcode))).isEqualTo(new ConfigurationWrong<>(errcode));
    }

    @Test
    void retriesWhatNeverLeftTheHouse() {
        var later = new RetryLater<>(When.SOON, Outcome.BUSY);
        assertThat(Outcome.of(new WxErrorException(new ConnectException("refused"))))
                .isEqualTo(later);
        assertThat(Outcome.of(new WxRuntimeException(new ConnectTimeoutException("slow"))))
                .isEqualTo(later);
        assertThat(Outcome.of(new ConnectionPoolTimeoutException("none free"))).isEqualTo(later);
        assertThat(Outcome.of(new UnknownHostException("api"))).isEqualTo(later);
        assertThat(Outcome.of(new RejectedExecutionException("full"))).isEqualTo(later);
        assertThat(Outcome.of(new WxRuntimeException("微信服务端异常，超出重试次数"))).isEqualTo(later);
    }

    @Test
    void admitsNotToKnow() {
        assertThat(Outcome.of(new WxErrorException(new SocketTimeoutException("read"))))
                .isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new WxRuntimeException(new SocketException("reset"))))
                .isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new WxErrorException(
                        WxError.builder().errorCode(99999).errorMsg("read").build(),
                        new SocketTimeoutException("read"))))
                .isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new HttpResponseException(502, "bad gateway"))).isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new IOException("cut"))).isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new JsonSyntaxException("<html>"))).isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new NullPointerException("msgid"))).isInstanceOf(Unknown.class);
        assertThat(Outcome.of(new WxErrorException("无响应内容"))).isInstanceOf(Unknown.class);
    }

    private static WxErrorException said(int errcode) {
        return new WxErrorException(
                WxError.builder().errorCode(errcode).errorMsg("no").build());
    }
}
