package io.shuke.gateway.wechat;

import com.github.binarywang.wxpay.exception.WxPayException;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** What came of one call to WeChat. The one place that knows what its errors mean for the caller. */
public sealed interface Outcome<T> {

    int BUSY = -1;

    /** WxJava's own numbers for "no number". */
    int NO_NUMBER = -99;

    record Ok<T>(T value) implements Outcome<T> {}

    /** The person stands against it: does not follow, has not subscribed, wrote too long ago. Asking again is pointless. */
    record Refused<T>(int errcode) implements Outcome<T> {}

    /** A one-time code that somebody has used before. */
    record CodeUsed<T>() implements Outcome<T> {}

    /** A one-time code that WeChat never gave out, or that is too old. */
    record CodeInvalid<T>() implements Outcome<T> {}

    /** Certainly not done; it may be tried again. */
    record RetryLater<T>(When when, int errcode) implements Outcome<T> {}

    /** Certainly not done, and it will not be before somebody corrects the account's settings or our program. */
    record ConfigurationWrong<T>(int errcode) implements Outcome<T> {}

    /** Nobody knows whether WeChat has done it: the answer was late, cut short or unreadable. */
    record Unknown<T>(String why) implements Outcome<T> {}

    /** When another try may succeed. */
    enum When {
        SOON,
        NEXT_MINUTE,
        /** The quota begins anew at midnight in Beijing. */
        NEXT_DAY
    }

    static <T> Outcome<T> of(@Nullable T value) {
        return value == null ? new Unknown<>("an answer without content") : new Ok<>(value);
    }

    static <T> Outcome<T> of(Throwable error) {
        var io = ioCauseOf(error);
        if (io != null) {
            return ofIo(io);
        }
        if (error instanceof WxErrorException answered && answered.getError().getErrorCode() != NO_NUMBER) {
            return answered(answered.getError().getErrorCode());
        }
        if (error instanceof WxPayException pay && pay.getErrCode() != null) {
            return ofPayCode(pay.getErrCode());
        }
        if (error instanceof RejectedExecutionException) {
            return new RetryLater<>(When.SOON, BUSY);
        }
        // This is how WxJava's Official Account half reports that WeChat was busy once more often than it wanted to
        // try.
        if (error instanceof WxRuntimeException && error.getCause() == null) {
            return new RetryLater<>(When.SOON, BUSY);
        }
        // Anything else, a NullPointerException of WxJava's included, came after the request had gone out.
        return new Unknown<>(causeOf(error).getClass().getSimpleName());
    }

    /** The same with another value, where there is one. */
    default <R> Outcome<R> map(Function<T, R> change) {
        if (this instanceof Ok<T> ok) {
            return new Ok<>(change.apply(ok.value()));
        }
        @SuppressWarnings("unchecked") // without a value it is the same for every kind
        var same = (Outcome<R>) this;
        return same;
    }

    /** What WeChat answered by number. */
    static <T> Outcome<T> answered(int errcode) {
        return switch (errcode) {
            case BUSY, 40001, 40014, 42001 -> new RetryLater<>(When.SOON, errcode);
            case 45011 -> new RetryLater<>(When.NEXT_MINUTE, errcode);
            case 45009 -> new RetryLater<>(When.NEXT_DAY, errcode);
            case 40003, 40226, 43004, 43019, 43101, 45015, 45047 -> new Refused<>(errcode);
            case 40163 -> new CodeUsed<>();
            case 40029 -> new CodeInvalid<>();
            default -> new ConfigurationWrong<>(errcode);
        };
    }

    /** WeChat Pay answers in words; after an error of its own it may have done what it was asked nevertheless. */
    private static <T> Outcome<T> ofPayCode(String code) {
        return switch (code) {
            case "SYSTEM_ERROR", "SYSTEMERROR", "BANKERROR", "BANK_ERROR" -> new Unknown<>(code);
            case "FREQUENCY_LIMITED", "FREQUENCY_LIMIT_EXCEED", "RATELIMIT_EXCEEDED" ->
                new RetryLater<>(When.NEXT_MINUTE, NO_NUMBER);
            default -> new ConfigurationWrong<>(NO_NUMBER);
        };
    }

    private static <T> Outcome<T> ofIo(IOException error) {
        var neverLeft = error instanceof ConnectTimeoutException
                || error instanceof ConnectException
                || error instanceof UnknownHostException
                || error instanceof NoRouteToHostException
                || error instanceof SSLHandshakeException;
        return neverLeft
                ? new RetryLater<>(When.SOON, BUSY)
                : new Unknown<>(error.getClass().getSimpleName());
    }

    private static @Nullable IOException ioCauseOf(Throwable error) {
        if (error instanceof WxErrorException answered && answered.getError().getErrorCode() == BUSY) {
            return null;
        }
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException) {
                return null;
            }
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    private static Throwable causeOf(Throwable error) {
        var cause = error.getCause();
        return cause == null ? error : causeOf(cause);
    }
}
