package io.shuke.gateway.membership;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.gateway.door.Session;
import io.shuke.gateway.door.Sessions;
import io.shuke.gateway.wechat.Logins;
import io.shuke.marketing.referral.Traces;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Birthday;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets a person whom WeChat knows become a member of the shop. */
@RestController
class MembershipEndpoint {

    record ConsentBody(@Nullable String version) {}

    record JoinBody(
            @Nullable ConsentBody consent,
            @Nullable String phoneCode,
            @Nullable String nickname,
            @Nullable String birthday,
            @Nullable String inviteCode,
            @Nullable String scene) {

        String consentVersion() {
            if (consent == null || consent.version() == null) {
                throw RequestRefusal.malformed();
            }
            return consent.version();
        }

        Joining by(List<Identity> identities, @Nullable Phone phone) {
            return new Joining(
                    identities,
                    phone,
                    consentVersion(),
                    identities.get(0).provider(),
                    nickname,
                    birthday == null ? null : Birthday.parse(birthday),
                    scene,
                    inviteCode);
        }

        @Override
        public String toString() {
            return "JoinBody";
        }
    }

    private record Answer(MeBody me, boolean first, Session session) {}

    /** Who asks, as far as the database knows: somebody who is a member and has given his phone is not asked again. */
    private record Known(List<Identity> identities, boolean withPhone) {}

    private final Logins logins;
    private final Limits limits;
    private final Members members;
    private final Merchants merchants;
    private final Sessions sessions;
    private final Traces traces;
    private final Jdbc jdbc;

    MembershipEndpoint(
            Logins logins,
            Limits limits,
            Members members,
            Merchants merchants,
            Sessions sessions,
            Traces traces,
            Jdbc jdbc) {
        this.logins = logins;
        this.limits = limits;
        this.members = members;
        this.merchants = merchants;
        this.sessions = sessions;
        this.traces = traces;
        this.jdbc = jdbc;
    }

    @PostMapping("/api/members")
    Mono<ResponseEntity<MeBody>> join(
            Customer customer,
            @RequestBody JoinBody body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String bearer,
            @RequestHeader(name = "X-Device", required = false) @Nullable String device) {
        body.consentVersion();
        return limits.pass(Limit.JOIN, Long.toString(customer.session()))
                .then(jdbc.call(customer.merchant(), () -> known(customer)))
                .flatMap(known -> phone(customer, known, body.phoneCode())
                        .flatMap(phone -> jdbc.call(
                                customer.merchant(),
                                () -> joined(customer, body.by(known.identities(), phone.orElse(null)), device))))
                .map(answer -> {
                    var response = ResponseEntity.status(answer.first() ? HttpStatus.CREATED : HttpStatus.OK);
                    return bearer == null
                            ? response.header(
                                            HttpHeaders.SET_COOKIE,
                                            answer.session().cookie().toString())
                                    .body(answer.me())
                            : response.body(answer.me());
                });
    }

    private Known known(Customer customer) {
        var member = customer.member();
        return new Known(
                sessions.identities(customer),
                member != null && members.member(member).phoneMasked() != null);
    }

    /** Outside any transaction, and once: WeChat takes a code only once and the shop pays for each number. */
    private Mono<Optional<Phone>> phone(Customer customer, Known known, @Nullable String code) {
        if (code == null || known.withPhone()) {
            return Mono.just(Optional.empty());
        }
        return limits.pass(Limit.PHONE_CODE, Long.toString(customer.session()))
                .then(Mono.defer(() -> logins.phone(known.identities(), code)))
                .map(Optional::of);
    }

    private Answer joined(Customer customer, Joining joining, @Nullable String device) {
        var joined = members.join(joining);
        var id = joined.member().id();
        traces.seen(id, Traces.Kind.DEVICE, device);
        var session = sessions.joined(customer, id);
        var me = MeBody.of(
                joined.member(), members.dates(id), merchants.current().zone());
        return new Answer(me, joined.first(), session);
    }
}
