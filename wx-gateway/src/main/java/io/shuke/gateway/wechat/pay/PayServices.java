package io.shuke.gateway.wechat.pay;

import io.shuke.gateway.wechat.Hosts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** WxJava's services for the accounts that were asked for, each with connections of its own. */
final class PayServices {

    /** New keys reach every node within this time. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(PayService service, Instant until) {}

    private final PayAccounts accounts;
    private final Jdbc jdbc;
    private final Hosts hosts;
    private final Clock clock;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<MerchantId, String> ofMerchants = new ConcurrentHashMap<>();

    PayServices(PayAccounts accounts, Jdbc jdbc, Hosts hosts, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** The account that was called from outside. */
    Mono<PayService> called(String account) {
        return fresh(account)
                .switchIfEmpty(asked(() -> accounts.of(account)))
                .switchIfEmpty(Mono.error(PayRefusal::unknownAccount));
    }

    /** The merchant's account. */
    Mono<PayService> of(MerchantId merchant) {
        return Mono.justOrEmpty(ofMerchants.get(merchant))
                .flatMap(this::fresh)
                .switchIfEmpty(asked(() -> accounts.of(merchant)))
                .switchIfEmpty(Mono.error(PayRefusal::notConnected));
    }

    private Mono<PayService> fresh(String account) {
        var one = known.get(account);
        return one != null && clock.instant().isBefore(one.until()) ? Mono.just(one.service()) : Mono.empty();
    }

    private Mono<PayService> asked(Supplier<Optional<PayAccount>> question) {
        // A service reads random numbers from the system when it is made, so that too belongs beside the event loops.
        return Mono.defer(() ->
                jdbc.<PayService>callForAll(() -> question.get().map(this::kept).orElse(null)));
    }

    private PayService kept(PayAccount account) {
        var until = clock.instant().plus(FRESH);
        ofMerchants.put(account.merchant(), account.account());
        return known.compute(account.account(), (name, before) -> {
                    if (before != null && before.service().account().equals(account)) {
                        return new Known(before.service(), until);
                    }
                    return new Known(new PayService(account, hosts, clock), until);
                })
                .service();
    }

    void close() {
        known.values().forEach(one -> one.service().close());
    }
}
