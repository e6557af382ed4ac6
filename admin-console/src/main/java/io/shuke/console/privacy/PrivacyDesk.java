package io.shuke.console.privacy;

import io.shuke.console.privacy.Estate.Owned;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Consent;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Export;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** For a member who asks what is held on him, or to be forgotten; and what members have agreed to. */
@RestController
class PrivacyDesk {

    /** @param granted false when he took it back */
    record AgreedBody(String document, String version, String channel, boolean granted, OffsetDateTime at) {

        static AgreedBody of(Consent consent, ZoneId zone) {
            return new AgreedBody(
                    consent.document(),
                    consent.version(),
                    consent.channel(),
                    consent.granted(),
                    consent.at().atZone(zone).toOffsetDateTime());
        }
    }

    record PersonBody(String id, String number, String nickname, Owned owned, List<AgreedBody> consents) {

        @Override
        public String toString() {
            return "PersonBody[" + id + "]";
        }
    }

    /** @param parts by feature, as the member's own export has them */
    record PersonExportBody(
            String id,
            String number,
            String nickname,
            @Nullable String phone,
            @Nullable LocalDate birthday,
            Map<String, String> profile,
            OffsetDateTime joinedAt,
            List<Map<String, String>> identities,
            List<AgreedBody> consents,
            Map<String, List<Map<String, Object>>> parts) {

        static PersonExportBody of(Export export, ZoneId zone) {
            var member = export.member();
            return new PersonExportBody(
                    member.id().toString(),
                    member.number(),
                    member.nickname(),
                    member.phoneMasked(),
                    member.birthday(),
                    member.profile(),
                    member.joinedAt().atZone(zone).toOffsetDateTime(),
                    export.identities(),
                    export.consents().stream()
                            .map(consent -> AgreedBody.of(consent, zone))
                            .toList(),
                    export.parts());
        }

        @Override
        public String toString() {
            return "PersonExportBody[" + id + "]";
        }
    }

    /**
     * @param number of his card, typed by hand: nobody is deleted by a slip of the thumb
     * @param owned what the page showed of his belongings, which end with him
     */
    record ForgettingBody(@Nullable String number, @Nullable Owned owned) {}

    /** @param members who agree to it now */
    record AgreedTextBody(String version, String title, String text, boolean current, long members) {}

    record AgreedTextsBody(List<AgreedTextBody> items) {}

    private final Members members;
    private final Consents consents;
    private final Estate estate;
    private final Merchants merchants;
    private final Jdbc jdbc;

    PrivacyDesk(Members members, Consents consents, Estate estate, Merchants merchants, Jdbc jdbc) {
        this.members = members;
        this.consents = consents;
        this.estate = estate;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/privacy/consents")
    Mono<AgreedTextsBody> texts(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
            var agreed = consents.agreed();
            var current = consents.current().version();
            return new AgreedTextsBody(consents.texts().stream()
                    .map(text -> new AgreedTextBody(
                            text.version(),
                            text.title(),
                            text.text(),
                            text.version().equals(current),
                            agreed.getOrDefault(text.version(), 0L)))
                    .toList());
        });
    }

    @GetMapping("/console/api/privacy/members/{id}")
    Mono<PersonBody> person(ConsoleUser user, @PathVariable long id) {
        var asked = member(id);
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked);
            var zone = merchants.current().zone();
            var agreed = consents.of(member.id()).stream()
                    .map(consent -> AgreedBody.of(consent, zone))
                    .toList();
            return new PersonBody(
                    member.id().toString(), member.number(), member.nickname(), estate.of(member.id()), agreed);
        });
    }

    /** A POST, for it is written down who took it. */
    @PostMapping("/console/api/privacy/members/{id}/exports")
    Mono<ResponseEntity<PersonExportBody>> export(ConsoleUser user, @PathVariable long id) {
        var asked = member(id);
        return jdbc.call(
                        user.merchant(),
                        () -> PersonExportBody.of(
                                members.export(asked), merchants.current().zone()))
                .map(export -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shuke-member.json\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(export));
    }

    @PostMapping("/console/api/privacy/members/{id}/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(ConsoleUser user, @PathVariable long id, @RequestBody ForgettingBody body) {
        var asked = member(id);
        var number = body.number();
        var seen = body.owned();
        if (number == null || seen == null) {
            throw new ServerWebInputException("number and owned");
        }
        return jdbc.call(user.merchant(), () -> {
                    forget(members.member(asked), number.replaceAll("[\\s-]", ""), seen);
                    return true;
                })
                .then();
    }

    private void forget(Member member, String number, Owned seen) {
        if (!member.number().equals(number)) {
            throw PrivacyRefusal.otherNumber();
        }
        if (!estate.of(member.id()).equals(seen)) {
            throw PrivacyRefusal.changed();
        }
        members.deregister(member.id());
    }

    private static MemberId member(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new MemberId(id);
    }
}
