package io.shuke.gateway.membership;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Sessions;
import io.shuke.gateway.membership.MeBody.DateBody;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Birthday;
import io.shuke.member.membership.Export;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.ProfileChange;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a member sees, changes, takes with him and ends. */
@RestController
class MeEndpoint {

    record ChangeBody(
            @Nullable String nickname,
            @Nullable String birthday,
            @Nullable Map<String, String> profile,
            @Nullable List<DateBody> dates) {

        ProfileChange toDomain() {
            return new ProfileChange(
                    nickname,
                    birthday == null ? null : Birthday.parse(birthday),
                    profile,
                    dates == null
                            ? null
                            : dates.stream().map(DateBody::toDomain).toList());
        }

        @Override
        public String toString() {
            return "ChangeBody";
        }
    }

    record GivenConsentBody(String document, String version, String channel, boolean granted, OffsetDateTime at) {}

    /** @param parts by feature, see {@code ExportPart} */
    record ExportBody(
            MeBody member,
            List<Map<String, String>> identities,
            List<GivenConsentBody> consents,
            Map<String, List<Map<String, Object>>> parts) {

        static ExportBody of(Export export, ZoneId zone) {
            return new ExportBody(
                    MeBody.of(export.member(), export.dates(), zone),
                    export.identities(),
                    export.consents().stream()
                            .map(given -> new GivenConsentBody(
                                    given.document(),
                                    given.version(),
                                    given.channel(),
                                    given.granted(),
                                    given.at().atZone(zone).toOffsetDateTime()))
                            .toList(),
                    export.parts());
        }

        @Override
        public String toString() {
            return "ExportBody[" + member.id() + "]";
        }
    }

    private final Members members;
    private final Merchants merchants;
    private final Sessions sessions;
    private final Jdbc jdbc;

    MeEndpoint(Members members, Merchants merchants, Sessions sessions, Jdbc jdbc) {
        this.members = members;
        this.merchants = merchants;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/me")
    Mono<MeBody> me(Customer customer) {
        var id = customer.joined();
        return jdbc.call(customer.merchant(), () -> MeBody.of(members.member(id), members.dates(id), zone()));
    }

    @PatchMapping("/api/me")
    Mono<MeBody> change(Customer customer, @RequestBody ChangeBody body) {
        var id = customer.joined();
        var change = body.toDomain();
        return jdbc.call(customer.merchant(), () -> MeBody.of(members.change(id, change), members.dates(id), zone()));
    }

    @DeleteMapping("/api/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(Customer customer) {
        var id = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            members.deregister(id);
            sessions.endAll(id);
            return null;
        });
    }

    @GetMapping("/api/me/export")
    Mono<ResponseEntity<ExportBody>> export(Customer customer) {
        var id = customer.joined();
        return jdbc.call(customer.merchant(), () -> ExportBody.of(members.export(id), zone()))
                .map(export -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shuke-member.json\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(export));
    }

    private ZoneId zone() {
        return merchants.current().zone();
    }
}
