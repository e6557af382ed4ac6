package io.shuke.bench;

import io.shuke.gateway.door.Sessions;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Members with a session each, which can be opened again when days have passed. */
@TestComponent
class Visitors {

    private record Visitor(List<Identity> identities, MemberId member) {}

    private final Jdbc jdbc;
    private final Members members;
    private final Consents consents;
    private final Sessions sessions;

    private List<Visitor> visitors = List.of();
    private List<String> tokens = List.of();

    Visitors(Jdbc jdbc, Members members, Consents consents, Sessions sessions) {
        this.jdbc = jdbc;
        this.members = members;
        this.consents = consents;
        this.sessions = sessions;
    }

    void join(MerchantId shop, int number) {
        visitors = all(shop, IntStream.range(0, number).boxed().toList(), this::joined);
        openSessions(shop);
    }

    void openSessions(MerchantId shop) {
        tokens = all(shop, visitors, visitor -> sessions.open(visitor.identities(), visitor.member())
                .token());
    }

    String token(int number) {
        return tokens.get(number % tokens.size());
    }

    private Visitor joined(int number) {
        var identities = List.of(new Identity("wxd3a0000000000001", "bench-" + number));
        var joined =
                members.join(new Joining(identities, null, consents.current().version(), "h5", null, null, null, null));
        return new Visitor(identities, joined.member().id());
    }

    private <T, R> List<R> all(MerchantId shop, List<T> items, Function<T, R> work) {
        return Flux.fromIterable(items)
                .flatMap(
                        item -> jdbc.call(shop, () -> work.apply(item))
                                .retryWhen(Retry.backoff(10, Duration.ofMillis(200))
                                        .filter(Busy.class::isInstance)),
                        16)
                .collectList()
                .blockOptional(Duration.ofMinutes(10))
                .orElseThrow();
    }
}
