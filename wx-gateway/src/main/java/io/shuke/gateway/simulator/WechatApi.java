package io.shuke.gateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/** The counter every call to WeChat passes: written into the journal, met by faults, checked for its token, counted. */
final class WechatApi {

    static final String ROOT = "/sim/wechat";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Quotas quotas;
    private final Faults faults;
    private final Journal journal;
    private final Clock clock;

    WechatApi(Accounts accounts, Tokens tokens, Quotas quotas, Faults faults, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.quotas = quotas;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    private record Asked(String method, String path, MultiValueMap<String, String> query, byte[] raw, JsonNode body) {}

    /** A call that proves itself with an access token. */
    Mono<ResponseEntity<byte[]>> withToken(ServerWebExchange exchange, Function<Call, Reply> work) {
        return serve(exchange, work, (asked, known) -> {
            var appid = tokens.account(asked.query().getFirst("access_token"));
            return find(known, appid).orElseThrow(() -> WechatError.of(40001));
        });
    }

    /** A call that names its account itself. */
    Mono<ResponseEntity<byte[]>> named(ServerWebExchange exchange, Function<Call, Reply> work) {
        return serve(exchange, work, (asked, known) -> {
            var inQuery = asked.query().getFirst("appid");
            var appid = inQuery == null ? asked.body().path("appid").asString("") : inQuery;
            return find(known, appid).orElseThrow(() -> WechatError.of(40013));
        });
    }

    /** A call of somebody who holds a web grant, which says itself whose it is. */
    Mono<ResponseEntity<byte[]>> granted(ServerWebExchange exchange, Function<Call, Reply> work) {
        return serve(exchange, work, (asked, known) -> known.stream()
                .filter(SimulatedAccount::official)
                .findFirst()
                .orElseThrow(() -> WechatError.of(40013)));
    }

    private interface Recognition {
        SimulatedAccount account(Asked asked, List<SimulatedAccount> known);
    }

    private Mono<ResponseEntity<byte[]>> serve(
            ServerWebExchange exchange, Function<Call, Reply> work, Recognition recognition) {
        var started = System.nanoTime();
        return Mono.zip(accounts.all(), asked(exchange)).flatMap(both -> {
            var asked = both.getT2();
            var fault = faults.next(asked.path(), Call.openid(asked.query(), asked.body()));
            return late(fault).then(Mono.defer(() -> {
                var reply = answer(asked, both.getT1(), work, recognition, fault);
                write(asked, reply, started);
                return fault.filter(Fault::drops).isPresent() ? hangUp(exchange) : Mono.just(entity(reply));
            }));
        });
    }

    private Reply answer(
            Asked asked,
            List<SimulatedAccount> known,
            Function<Call, Reply> work,
            Recognition recognition,
            Optional<Fault> fault) {
        try {
            if (fault.isPresent() && !fault.get().doesTheWork()) {
                return scripted(fault.get());
            }
            var account = recognition.account(asked, known);
            quotas.spend(account.appid(), asked.path());
            var reply = work.apply(new Call(account, asked.path(), asked.query(), asked.body()));
            return fault.filter(script -> script.errcode() != null)
                    .map(WechatApi::scripted)
                    .orElse(reply);
        } catch (WechatError no) {
            return Reply.no(no);
        }
    }

    private static Reply scripted(Fault fault) {
        return Reply.no(WechatError.of(fault.errcode() == null ? -1 : fault.errcode()));
    }

    private static Mono<Long> late(Optional<Fault> fault) {
        var delay = fault.map(Fault::delayMs).orElse(0L);
        return delay == null || delay == 0 ? Mono.empty() : Mono.delay(Duration.ofMillis(delay));
    }

    static Mono<ResponseEntity<byte[]>> hangUp(ServerWebExchange exchange) {
        HttpServerResponse connection =
                AbstractServerHttpResponse.class.cast(exchange.getResponse()).getNativeResponse();
        connection.withConnection(DisposableChannel::dispose);
        return Mono.never();
    }

    private static Mono<Asked> asked(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return DataBufferUtils.join(request.getBody())
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new Asked(
                        request.getMethod().name(),
                        request.getPath().value().substring(ROOT.length()),
                        request.getQueryParams(),
                        bytes,
                        Json.read(bytes)));
    }

    private void write(Asked asked, Reply reply, long started) {
        var text = reply.type().isCompatibleWith(MediaType.APPLICATION_JSON)
                ? new String(reply.body(), StandardCharsets.UTF_8)
                : reply.type() + ", " + reply.body().length + " bytes";
        journal.add(new Journal.Entry(
                journal.nextId(),
                clock.instant(),
                asked.method(),
                asked.path(),
                appid(asked),
                Journal.masked(asked.query()),
                Journal.masked(new String(asked.raw(), StandardCharsets.UTF_8)),
                Journal.masked(text),
                Json.read(text).path("errcode").asInt(0),
                (System.nanoTime() - started) / 1_000_000));
    }

    private @Nullable String appid(Asked asked) {
        try {
            return tokens.account(asked.query().getFirst("access_token"));
        } catch (WechatError unknown) {
            var named = asked.query().getFirst("appid");
            return named == null ? asked.body().path("appid").asString("") : named;
        }
    }

    private static Optional<SimulatedAccount> find(List<SimulatedAccount> known, String appid) {
        return known.stream().filter(account -> account.appid().equals(appid)).findFirst();
    }

    private static ResponseEntity<byte[]> entity(Reply reply) {
        return ResponseEntity.ok().contentType(reply.type()).body(reply.body());
    }
}
