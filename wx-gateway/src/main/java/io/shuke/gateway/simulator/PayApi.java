package io.shuke.gateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** The counter every call to WeChat Pay passes: met by faults, checked for its signature, answered with one. */
final class PayApi {

    private static final Pattern SCHEMA = Pattern.compile("WECHATPAY2-SHA256-RSA2048 (.+)");
    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();

    /** A call that has proven whose it is. */
    record PayCall(SimulatedMerchant merchant, String path, JsonNode body) {}

    private record Asked(String method, String path, String target, String body, String authorization) {}

    private record Answer(int status, String body) {}

    private final Supplier<Mono<List<SimulatedMerchant>>> merchants;
    private final PayPlatform platform;
    private final Faults faults;
    private final Journal journal;
    private final Clock clock;

    PayApi(
            Supplier<Mono<List<SimulatedMerchant>>> merchants,
            PayPlatform platform,
            Faults faults,
            Journal journal,
            Clock clock) {
        this.merchants = merchants;
        this.platform = platform;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    Mono<SimulatedMerchant> merchant(String mchid) {
        return merchants.get().map(all -> found(all, mchid).orElseThrow(PayError::unsigned));
    }

    private static Optional<SimulatedMerchant> found(List<SimulatedMerchant> all, String mchid) {
        return all.stream().filter(one -> one.mchid().equals(mchid)).findFirst();
    }

    /** @param work answers an object, or an empty text for "no content" */
    Mono<ResponseEntity<byte[]>> serve(ServerWebExchange exchange, Function<PayCall, Object> work) {
        var started = System.nanoTime();
        return Mono.zip(merchants.get(), asked(exchange))
                // Signing takes a while and reads randomness: not on the event loop.
                .publishOn(Schedulers.boundedElastic())
                .flatMap(both -> {
                    var asked = both.getT2();
                    var fault = faults.next(asked.path(), null);
                    var delay = fault.map(Fault::delayMs).orElse(0L);
                    return Mono.delay(Duration.ofMillis(delay == null ? 0 : delay), Schedulers.boundedElastic())
                            .flatMap(late -> {
                                var answer = answer(asked, both.getT1(), work, fault);
                                write(asked, answer, started);
                                return fault.filter(Fault::drops).isPresent()
                                        ? WechatApi.hangUp(exchange)
                                        : Mono.just(entity(answer));
                            });
                });
    }

    private Answer answer(
            Asked asked, List<SimulatedMerchant> all, Function<PayCall, Object> work, Optional<Fault> fault) {
        try {
            if (fault.isPresent() && !fault.get().doesTheWork()) {
                throw scripted(fault.get());
            }
            var merchant = proven(asked, all);
            var answer = work.apply(new PayCall(merchant, asked.path(), Json.read(asked.body())));
            if (fault.isPresent() && fault.get().errcode() != null) {
                throw scripted(fault.get());
            }
            return answer.equals("") ? new Answer(204, "") : new Answer(200, Json.text(answer));
        } catch (PayError no) {
            return new Answer(no.status(), no.body());
        }
    }

    private static PayError scripted(Fault fault) {
        return PayError.scripted(fault.errcode() == null ? -1 : fault.errcode());
    }

    private SimulatedMerchant proven(Asked asked, List<SimulatedMerchant> all) {
        var schema = SCHEMA.matcher(asked.authorization());
        if (!schema.matches()) {
            throw PayError.unsigned();
        }
        var fields = new java.util.HashMap<String, String>();
        var matcher = FIELD.matcher(schema.group(1));
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        var timestamp = fields.getOrDefault("timestamp", "");
        var merchant = found(all, fields.getOrDefault("mchid", "")).orElseThrow(PayError::unsigned);
        var message = asked.method() + "\n" + asked.target() + "\n" + timestamp + "\n"
                + fields.getOrDefault("nonce_str", "") + "\n" + asked.body() + "\n";
        if (!timestamp.matches("\\d{1,12}")
                || Math.abs(Long.parseLong(timestamp) - System.currentTimeMillis() / 1_000) > WINDOW
                || !merchant.serial().equals(fields.get("serial_no"))
                || !merchant.signed(message, fields.getOrDefault("signature", ""))) {
            throw PayError.unsigned();
        }
        return merchant;
    }

    private static Mono<Asked> asked(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var uri = request.getURI();
        var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var authorization = request.getHeaders().getFirst("Authorization");
        return DataBufferUtils.join(request.getBody())
                .map(buffer -> {
                    var text = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    return text;
                })
                .defaultIfEmpty("")
                .map(body -> new Asked(
                        request.getMethod().name(),
                        uri.getRawPath().substring(WechatApi.ROOT.length()),
                        target,
                        body,
                        authorization == null ? "" : authorization));
    }

    private void write(Asked asked, Answer answer, long started) {
        journal.add(new Journal.Entry(
                journal.nextId(),
                clock.instant(),
                asked.method(),
                asked.path(),
                null,
                java.util.Map.of(),
                Journal.masked(asked.body()),
                Journal.masked(answer.body()),
                answer.status() < 300 ? 0 : answer.status(),
                (System.nanoTime() - started) / 1_000_000));
    }

    private ResponseEntity<byte[]> entity(Answer answer) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = Randoms.text(32);
        return ResponseEntity.status(HttpStatus.valueOf(answer.status()))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Wechatpay-Serial", platform.keyId())
                .header("Wechatpay-Timestamp", timestamp)
                .header("Wechatpay-Nonce", nonce)
                .header("Wechatpay-Signature", platform.sign(timestamp, nonce, answer.body()))
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
