package io.shuke.gateway.wechat;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The accounts of all merchants, each with a service, a token and connections of its own. */
public final class Accounts {

    /** The provider of an Official Account's channel. */
    public static final String OFFICIAL = "wechat-official";

    /** The provider of a mini-program's channel. */
    public static final String MINI = "wechat-mini";

    record Surroundings(Hosts hosts, TokenStore tokens, WechatCalls calls, Clock clock) {}

    private final Channels channels;
    private final Jdbc jdbc;
    private final Surroundings around;
    private final Map<String, Account> known = new ConcurrentHashMap<>();

    Accounts(Channels channels, Jdbc jdbc, Surroundings around) {
        this.channels = channels;
        this.jdbc = jdbc;
        this.around = around;
    }

    /** Refused when there is no such account. */
    public Mono<OfficialAccount> official(String appid) {
        return one(appid).ofType(OfficialAccount.class).switchIfEmpty(unknown());
    }

    /** Refused when there is no such account. */
    public Mono<MiniProgram> mini(String appid) {
        return one(appid).ofType(MiniProgram.class).switchIfEmpty(unknown());
    }

    /** Refused when there is no such account. */
    public Mono<Ticket> ticket(String appid) {
        return one(appid)
                .map(account -> new Ticket(appid, account.keeper(), around.calls()))
                .switchIfEmpty(unknown());
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(WechatRefusal::unknownAccount);
    }

    /** The account as it would be with these secrets, for a trial; whoever asks closes it. */
    Account aside(Channel channel) {
        var account = made(channel);
        if (account == null) {
            throw WechatRefusal.unknownAccount();
        }
        return account;
    }

    private Mono<Account> one(String appid) {
        var account = known.get(appid);
        return account != null
                ? Mono.just(account)
                : jdbc.callForAll(() -> channels.of(appid).flatMap(this::ready).orElse(null));
    }

    List<Account> ready() {
        return List.copyOf(known.values());
    }

    /** Takes over what has been connected or changed since. Returns those whose place was taken: they may be in use. */
    Mono<List<Account>> refresh() {
        return jdbc.callForAll(() -> {
            var replaced = new ArrayList<Account>();
            for (var channel : channels.all()) {
                var before = known.get(channel.account());
                if (ready(channel).isPresent() && before != null && before != known.get(channel.account())) {
                    replaced.add(before);
                }
            }
            return replaced;
        });
    }

    private Optional<Account> ready(Channel channel) {
        return Optional.ofNullable(known.compute(channel.account(), (appid, before) -> {
            return before != null && before.channel().equals(channel) ? before : made(channel);
        }));
    }

    private @Nullable Account made(Channel channel) {
        return switch (channel.provider()) {
            case OFFICIAL -> new OfficialAccount(channel, around);
            case MINI -> new MiniProgram(channel, around);
            default -> null;
        };
    }
}
