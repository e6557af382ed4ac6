package io.shuke.console.door;

import io.shuke.console.factor.SecondFactors;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Refusal;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Signs staff in and out. */
@RestController
class SessionDesk {

    // Spring writes what it reads and answers into its log when somebody turns that up: none of this may stand there.

    /** @param secondFactor a code of the authenticator app; without it acts on money and points ask for one later */
    record SignInBody(
            @Nullable String account,
            @Nullable String password,
            @Nullable String secondFactor) {

        @Override
        public String toString() {
            return "SignInBody[]";
        }
    }

    record MerchantBody(String id, String name) {

        static MerchantBody of(Merchant merchant) {
            return new MerchantBody(merchant.id().toString(), merchant.name());
        }
    }

    /**
     * @param csrf to be sent as {@code X-CSRF-Token} with whatever changes something
     * @param may the desks that are open to the role, such as {@code GET /console/api/members}
     */
    record SessionBody(String name, Role role, MerchantBody merchant, String csrf, List<String> may) {

        @Override
        public String toString() {
            return "SessionBody[" + role + "]";
        }
    }

    private record Opened(SessionToken token, SessionBody body) {}

    private final Staff staff;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInLimit limit;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final boolean secure;

    SessionDesk(
            Staff staff,
            Sessions sessions,
            SecondFactors factors,
            SignInLimit limit,
            Merchants merchants,
            Jdbc jdbc,
            @Value("${shuke.public-url:}") String publicUrl) {
        this.staff = staff;
        this.sessions = sessions;
        this.factors = factors;
        this.limit = limit;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.secure = publicUrl.startsWith("https:");
    }

    /** Only JSON, which no foreign page can make a browser send. */
    @PostMapping(path = "/console/api/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SessionBody>> signIn(@RequestBody SignInBody body, ServerHttpRequest request) {
        var account = body.account();
        var password = body.password();
        if (account == null || password == null) {
            throw new ServerWebInputException("account and password");
        }
        var guess = limit.begin(account, request.getRemoteAddress());
        return jdbc.callForAll(() -> staff.employer(account))
                .flatMap(merchant -> jdbc.call(merchant, () -> staff.recognise(account, password)
                        .map(member -> opened(member, body.secondFactor()))
                        .orElseThrow(ConsoleRefusal::signInFailed)))
                .doOnNext(opened -> guess.forgive())
                .doOnError(failed -> !(failed instanceof Refusal), failed -> guess.forgive())
                .map(opened -> answer(opened.token().value(), Sessions.LIFETIME).body(opened.body()));
    }

    /** For whoever has shown in another way who he is. */
    ResponseEntity<SessionBody> admitted(StaffMember member) {
        var opened = opened(member);
        return answer(opened.token().value(), Sessions.LIFETIME).body(opened.body());
    }

    private Opened opened(StaffMember member, @Nullable String secondFactor) {
        if (secondFactor == null || secondFactor.isBlank() || !factors.enrolled(member.id())) {
            return opened(member);
        }
        factors.prove(member.id(), secondFactor);
        var opened = opened(member);
        sessions.prove(opened.token());
        return opened;
    }

    private Opened opened(StaffMember member) {
        var token = sessions.open(member);
        return new Opened(
                token,
                body(member.name(), member.role(), staff.stores(member.id()).isEmpty(), token));
    }

    /** For a page that was loaded again. */
    @GetMapping("/console/api/sessions")
    Mono<SessionBody> session(ConsoleUser user, @CookieValue(SessionToken.COOKIE) String cookie) {
        return jdbc.call(
                user.merchant(), () -> body(user.name(), user.role(), user.everywhere(), new SessionToken(cookie)));
    }

    @DeleteMapping("/console/api/sessions")
    Mono<ResponseEntity<Void>> signOut(ConsoleUser user, @CookieValue(SessionToken.COOKIE) String cookie) {
        return jdbc.call(user.merchant(), () -> {
                    sessions.end(new SessionToken(cookie));
                    return true;
                })
                .map(ended -> answer("", Duration.ZERO).build());
    }

    private SessionBody body(String name, Role role, boolean everywhere, SessionToken token) {
        var may = Rights.of(role, everywhere);
        return new SessionBody(name, role, MerchantBody.of(merchants.current()), token.csrf(), may);
    }

    private ResponseEntity.BodyBuilder answer(String token, Duration age) {
        var cookie = ResponseCookie.from(SessionToken.COOKIE, token)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/console")
                .maxAge(age)
                .build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
