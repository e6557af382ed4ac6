package io.shuke.gateway.membership;

import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.gateway.door.Sessions;
import io.shuke.gateway.wechat.Logins;
import io.shuke.gateway.wechat.Person;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Logs the mini-program in. */
@RestController
class MiniSessionEndpoint {

    // Spring writes what it reads and answers into its log when somebody turns that up: none of this may stand there.

    record LoginBody(@Nullable String appid, @Nullable String code) {

        @Override
        public String toString() {
            return "LoginBody[" + appid + "]";
        }
    }

    /** @param member null until the person joins */
    record MiniSessionBody(
            String token, long expiresIn, @Nullable MeBody member) {

        @Override
        public String toString() {
            return "MiniSessionBody[" + expiresIn + "]";
        }
    }

    private final Logins logins;
    private final Limits limits;
    private final Members members;
    private final Merchants merchants;
    private final Sessions sessions;
    private final Jdbc jdbc;

    MiniSessionEndpoint(
            Logins logins, Limits limits, Members members, Merchants merchants, Sessions sessions, Jdbc jdbc) {
        this.logins = logins;
        this.limits = limits;
        this.members = members;
        this.merchants = merchants;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @PostMapping("/api/sessions/mini")
    Mono<MiniSessionBody> login(@RequestBody LoginBody body, ServerHttpRequest request) {
        var appid = body.appid();
        var code = body.code();
        if (appid == null || code == null) {
            throw RequestRefusal.malformed();
        }
        return limits.pass(Limit.LOGIN, address(request.getRemoteAddress()))
                .then(Mono.defer(() -> logins.mini(appid, code)))
                .flatMap(person -> jdbc.call(person.merchant(), () -> opened(person)));
    }

    private MiniSessionBody opened(Person person) {
        var member = members.recognise(person.identities()).orElse(null);
        var session = sessions.open(person.identities(), member == null ? null : member.id());
        var me = member == null
                ? null
                : MeBody.of(
                        member, members.dates(member.id()), merchants.current().zone());
        return new MiniSessionBody(session.token(), session.expiresIn().toSeconds(), me);
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
