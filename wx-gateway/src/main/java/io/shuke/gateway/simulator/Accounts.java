package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The accounts that exist at WeChat: those our merchants are connected with. Read afresh now and then, as keys change. */
final class Accounts {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Known(List<SimulatedAccount> accounts, Instant until) {}

    private final Supplier<Mono<List<SimulatedAccount>>> source;
    private final Clock clock;
    private volatile @Nullable Known known;

    Accounts(Supplier<Mono<List<SimulatedAccount>>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Mono<List<SimulatedAccount>> all() {
        var current = known;
        if (current != null && clock.instant().isBefore(current.until())) {
            return Mono.just(current.accounts());
        }
        var asked = source.get()
                .doOnNext(list -> known = new Known(list, clock.instant().plus(FRESH)));
        // WeChat goes on calling while our database is away.
        return current == null ? asked : asked.onErrorReturn(current.accounts());
    }

    /** The account called {@code appid}; without a name the first of its kind. */
    Mono<SimulatedAccount> one(@Nullable String appid, SimulatedAccount.Kind kind) {
        return all().map(list -> list.stream()
                .filter(account ->
                        appid == null ? account.kind() == kind : account.appid().equals(appid))
                .findFirst()
                .orElseThrow(() -> SimulatorRefusal.unknownAccount(appid == null ? kind.name() : appid)));
    }
}
