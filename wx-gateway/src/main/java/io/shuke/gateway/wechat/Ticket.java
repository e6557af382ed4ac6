package io.shuke.gateway.wechat;

import reactor.core.publisher.Mono;

/** An account's token, for whoever calls WeChat without WxJava. */
public final class Ticket {

    private final String account;
    private final TokenKeeper keeper;
    private final WechatCalls calls;

    Ticket(String account, TokenKeeper keeper, WechatCalls calls) {
        this.account = account;
        this.keeper = keeper;
        this.calls = calls;
    }

    /** In memory as a rule; asked for behind the gate when it is not. */
    public Mono<Outcome<String>> token() {
        var held = keeper.value();
        return held == null ? calls.call(account, "token", keeper::current) : Mono.just(new Outcome.Ok<>(held));
    }

    /** WeChat did not take it. Waits for whoever is fetching another, so not on an event loop. */
    public Mono<Boolean> reject() {
        return calls.aside(() -> {
            keeper.reject();
            return true;
        });
    }
}
