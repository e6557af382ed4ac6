package io.shuke.console.push;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.push.Pushes;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How a push gets on, told as it happens. Each event holds everything, so a reader who was cut off misses nothing by asking
 * again, of whichever node. All who watch the same push here share one look at the database a second.
 */
@RestController
class ProgressDesk {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration STILL_HERE = Duration.ofSeconds(15);
    /** After that the reader asks again, and is asked who he is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Watched(MerchantId merchant, long push) {}

    private final Pushes pushes;
    private final Jdbc jdbc;
    private final Map<Watched, Flux<ProgressBody>> watched = new ConcurrentHashMap<>();

    ProgressDesk(Pushes pushes, Jdbc jdbc) {
        this.pushes = pushes;
        this.jdbc = jdbc;
    }

    @GetMapping(path = "/console/api/pushes/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<ProgressBody>> progress(ConsoleUser user, @PathVariable long id) {
        // Whoever asks for what is not there is told so, and not left waiting.
        return look(new Watched(user.merchant(), id)).flatMapMany(first -> stream(user.merchant(), id, first));
    }

    private Flux<ServerSentEvent<ProgressBody>> stream(MerchantId merchant, long id, ProgressBody first) {
        var news = first.over() ? Flux.<ProgressBody>empty() : shared(new Watched(merchant, id));
        var told = Flux.concat(Mono.just(first), news)
                .distinctUntilChanged()
                .takeUntil(ProgressBody::over)
                .map(progress -> ServerSentEvent.builder(progress)
                        .id(Integer.toHexString(progress.hashCode()))
                        .retry(EVERY.multipliedBy(2))
                        .build());
        var breath = Flux.interval(STILL_HERE)
                .map(n -> ServerSentEvent.<ProgressBody>builder().comment("").build());
        return told.publish(shown -> Flux.merge(shown, breath.takeUntilOther(shown.ignoreElements())))
                .take(LONGEST);
    }

    private Flux<ProgressBody> shared(Watched one) {
        return watched.computeIfAbsent(one, push -> Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> look(push).onErrorResume(away -> Mono.empty()), 1)
                .takeUntil(ProgressBody::over)
                .doFinally(end -> watched.remove(push))
                .replay(1)
                .refCount(1));
    }

    private Mono<ProgressBody> look(Watched one) {
        return jdbc.call(one.merchant(), () -> ProgressBody.of(pushes.progress(one.push())));
    }
}
