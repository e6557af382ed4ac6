package io.shuke.console.staff;

import io.shuke.member.ground.Jdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Lets in who was invited to work here; he then signs in like everybody. */
@RestController
class ArrivalDesk {

    record ArrivalBody(
            @Nullable String secret,
            @Nullable String account,
            @Nullable String password) {

        @Override
        public String toString() {
            return "ArrivalBody[]";
        }
    }

    record ArrivedBody(String account, String name, Role role) {}

    private final Invitations invitations;
    private final Jdbc jdbc;

    ArrivalDesk(Invitations invitations, Jdbc jdbc) {
        this.invitations = invitations;
        this.jdbc = jdbc;
    }

    /** Nobody guesses 256 bits, so nobody is counted; without a good secret no password is hashed. */
    @PostMapping(path = "/console/api/staff/arrivals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ArrivedBody> come(@RequestBody ArrivalBody body) {
        var account = body.account();
        var password = body.password();
        if (body.secret() == null || account == null || password == null) {
            throw new ServerWebInputException("secret, account and password");
        }
        var secret = new OneTimeSecret(body.secret());
        return jdbc.callForAll(() -> invitations.shop(secret))
                .flatMap(shop ->
                        jdbc.call(shop, () -> invitations.arrive(secret, new Account(account), new Password(password))))
                .map(come -> new ArrivedBody(come.account().value(), come.name(), come.role()));
    }
}
