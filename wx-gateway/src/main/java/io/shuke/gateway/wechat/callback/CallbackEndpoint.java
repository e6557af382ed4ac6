package io.shuke.gateway.wechat.callback;

import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where WeChat calls. It is answered only when its message can no longer be lost. */
@RestController
class CallbackEndpoint {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    private static final String TAKEN = "success";
    private static final Pattern ECHO = Pattern.compile("[A-Za-z0-9+/=_-]{1,512}");
    /** WeChat gives up after five seconds; who takes longer to send 64 KB is not WeChat. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Addressees addressees;
    private final Verifier verifier;
    private final Limits limits;
    private final Intake intake;
    private final Replies replies;
    private final Answered answered = new Answered(16_384);

    CallbackEndpoint(Addressees addressees, Verifier verifier, Limits limits, Intake intake, Replies replies) {
        this.addressees = addressees;
        this.verifier = verifier;
        this.limits = limits;
        this.intake = intake;
        this.replies = replies;
    }

    @GetMapping("/wx/{appid}")
    Mono<ResponseEntity<String>> confirm(@PathVariable String appid, ServerHttpRequest request) {
        return addressees.of(appid).map(addressee -> {
            var query = CallbackQuery.of(request.getURI().getRawQuery());
            verifier.confirm(addressee, query);
            var echo = query.others().getOrDefault("echostr", "");
            if (!ECHO.matcher(echo).matches()) {
                throw CallbackRefusal.malformed();
            }
            return ResponseEntity.ok().contentType(TEXT).body(echo);
        });
    }

    @PostMapping("/wx/{appid}")
    Mono<ResponseEntity<String>> receive(@PathVariable String appid, ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > Verifier.LARGEST) {
            return Mono.error(CallbackRefusal.tooLarge());
        }
        return addressees.of(appid).flatMap(addressee -> body(request)
                .flatMap(body -> take(addressee, request.getURI().getRawQuery(), body)));
    }

    private Mono<ResponseEntity<String>> take(Addressee addressee, @Nullable String rawQuery, byte[] body) {
        var query = CallbackQuery.of(rawQuery);
        var message = verifier.read(addressee, query, body);
        var signature = query.messageSignature();
        var taken = answered.has(addressee.appid(), signature)
                ? Mono.just(true)
                : limits.passInLots(Limit.CALLBACK, addressee.appid())
                        .then(Mono.defer(() -> intake.take(addressee, message)))
                        .doOnNext(kept -> answered.add(addressee.appid(), signature));
        return taken.map(kept -> answer(replies.to(addressee, message)));
    }

    private static ResponseEntity<String> answer(@Nullable String reply) {
        return reply == null
                ? ResponseEntity.ok().contentType(TEXT).body(TAKEN)
                : ResponseEntity.ok().contentType(XML).body(reply);
    }

    /** Counted while it is read: a length may be wrong or missing. */
    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), Verifier.LARGEST)
                .map(CallbackEndpoint::bytes)
                .timeout(PATIENCE, Mono.error(CallbackRefusal::malformed))
                .onErrorMap(DataBufferLimitException.class, tooLarge -> CallbackRefusal.tooLarge())
                .switchIfEmpty(Mono.error(CallbackRefusal::malformed));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
