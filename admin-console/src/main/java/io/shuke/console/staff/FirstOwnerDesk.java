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

/** Lets the shop's first owner in, who then signs in like everybody. */
@RestController
class FirstOwnerDesk {

    record FirstOwnerBody(
            @Nullable String secret,
            @Nullable String account,
            @Nullable String name,
            @Nullable String password) {

        @Override
        public String toString() {
            return "FirstOwnerBody[]";
        }
    }

    record OwnerBody(String account, String name, Role role) {}

    private final FirstOwner first;
    private final Jdbc jdbc;

    FirstOwnerDesk(FirstOwner first, Jdbc jdbc) {
        this.first = first;
        this.jdbc = jdbc;
    }

    /** Nobody guesses 256 bits, so nobody is counted; without a good secret no password is hashed. */
    @PostMapping(path = "/console/api/first-owner", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OwnerBody> come(@RequestBody FirstOwnerBody body) {
        var secret = body.secret();
        var account = body.account();
        var name = body.name();
        var password = body.password();
        if (secret == null || account == null || name == null || password == null) {
            throw new ServerWebInputException("secret, account, name and password");
        }
        return jdbc.callForAll(() -> first.shop(secret))
                .flatMap(shop ->
                        jdbc.call(shop, () -> first.come(secret, new Account(account), name, new Password(password))))
                .map(owner -> new OwnerBody(owner.account().value(), owner.name(), owner.role()));
    }
}
