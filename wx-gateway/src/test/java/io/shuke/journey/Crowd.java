package io.shuke.journey;

import io.shuke.gateway.door.Sessions;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Members;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Members by the hundred, each with a session and an address of his own, who all want something at once. */
public final class Crowd {

    /** Of one request among many. */
    public record Told(Answer answer, double millis) {}

    private final MerchantId shop;
    private final Jdbc jdbc;
    private final Members members;
    private final Consents consents;
    private final Sessions sessions;
    private final List<String> tokens;

    public Crowd(ApplicationContext program, MerchantId shop, int many) {
        this.shop = shop;
        this.jdbc = program.getBean(Jdbc.class);
        this.members = program.getBean(Members.class);
        this.consents = program.getBean(Consents.class);
        this.sessions = program.getBean(Sessions.class);
        this.tokens = gather(many);
    }

    private List<String> gather(int many) {
        return Flux.range(0, many)
                .flatMap(
                        number -> jdbc.call(shop, this::joined)
                                .retryWhen(Retry.backoff(10, Duration.ofMillis(200))
                                        .filter(Busy.class::isInstance)),
                        16)
                .collectList()
                .blockOptional(Duration.ofMinutes(5))
                .orElseThrow();
    }

    private String joined() {
        var identities = List.of(new Identity(Guest.OFFICIAL, "crowd-" + UUID.randomUUID()));
        var member = members.join(
                        new Joining(identities, null, consents.current().version(), "h5", null, null, null, null))
                .member();
        return sessions.open(identities, member.id()).token();
    }

    public Map<String, String> headers(int member) {
        int number = member % tokens.size();
        return Map.of(
                "Authorization",
                "Bearer " + tokens.get(number),
                "X-Forwarded-For",
                "10.9." + number / 250 + "." + (1 + number % 250));
    }

    /** So many posts at 128 at a time, each from the next member in turn. */
    public static List<Told> post(int many, IntFunction<Mono<Answer>> one) {
        return Flux.range(0, many)
                .flatMap(
                        number -> {
                            var start = System.nanoTime();
                            return one.apply(number).map(answer -> new Told(answer, (System.nanoTime() - start) / 1e6));
                        },
                        128)
                .collectList()
                .blockOptional(Duration.ofMinutes(10))
                .orElseThrow();
    }
}
