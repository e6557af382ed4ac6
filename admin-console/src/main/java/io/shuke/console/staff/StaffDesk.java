package io.shuke.console.staff;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Who works here, as what and in which stores; who is expected, and who has to go. */
@RestController
class StaffDesk {

    /** @param storeIds none is every store */
    record StaffBody(
            String id, String account, String name, Role role, List<String> storeIds, int version, boolean self) {}

    record ExpectedBody(String id, String name, Role role, List<String> storeIds, OffsetDateTime until) {}

    record AllStaffBody(
            List<StaffBody> items,
            List<ExpectedBody> expected,
            @Nullable String next) {}

    /** @param path of the page that lets him in; the only time it is seen */
    record InvitationBody(String id, String path, OffsetDateTime until) {

        @Override
        public String toString() {
            return "InvitationBody[" + id + "]";
        }
    }

    /** @param version as it was read; none for somebody new */
    record PostBody(
            @Nullable String name,
            @Nullable Role role,
            @Nullable Set<@Nullable String> storeIds,
            @Nullable Integer version) {

        Post toDomain() {
            if (name == null || role == null || storeIds == null) {
                throw new ServerWebInputException("name, role and storeIds");
            }
            var stores = storeIds.stream()
                    .map(id ->
                            Ids.read(id == null ? "" : id).orElseThrow(() -> new ServerWebInputException("storeIds")))
                    .collect(Collectors.toSet());
            return new Post(name, role, stores);
        }

        int read() {
            if (version == null) {
                throw new ServerWebInputException("version");
            }
            return version;
        }
    }

    private final Staff staff;
    private final Invitations invitations;
    private final Merchants merchants;
    private final Jdbc jdbc;

    StaffDesk(Staff staff, Invitations invitations, Merchants merchants, Jdbc jdbc) {
        this.staff = staff;
        this.invitations = invitations;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/staff")
    Mono<AllStaffBody> all(ConsoleUser owner) {
        return jdbc.call(
                owner.merchant(),
                () -> new AllStaffBody(
                        staff.all().stream().map(one -> shown(one, owner)).toList(),
                        invitations.open().stream().map(this::shown).toList(),
                        null));
    }

    @PostMapping("/console/api/staff")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InvitationBody> invite(ConsoleUser owner, @RequestBody PostBody body) {
        var post = body.toDomain();
        return jdbc.call(owner.merchant(), () -> {
            refuseForeign(post);
            var sent = invitations.send(post);
            return new InvitationBody(
                    sent.expected().id().toString(),
                    "/console/#/join/" + sent.secret().value(),
                    inZone(sent.expected()));
        });
    }

    @DeleteMapping("/console/api/staff/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(ConsoleUser owner, @PathVariable long id) {
        return jdbc.call(owner.merchant(), () -> {
                    invitations.withdraw(new StaffId(id));
                    return true;
                })
                .then();
    }

    @PutMapping("/console/api/staff/{id}")
    Mono<StaffBody> change(ConsoleUser owner, @PathVariable long id, @RequestBody PostBody body) {
        var post = body.toDomain();
        var read = body.read();
        return jdbc.call(owner.merchant(), () -> {
            refuseForeign(post);
            return shown(staff.change(new StaffId(id), read, post), owner);
        });
    }

    @DeleteMapping("/console/api/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(ConsoleUser owner, @PathVariable long id) {
        return jdbc.call(owner.merchant(), () -> {
                    staff.dismiss(new StaffId(id));
                    return true;
                })
                .then();
    }

    private void refuseForeign(Post post) {
        var own = merchants.stores().stream().map(Store::id).collect(Collectors.toSet());
        if (!own.containsAll(post.stores())) {
            throw StaffRefusal.unknownStore();
        }
    }

    private StaffBody shown(StaffMember one, ConsoleUser reader) {
        return new StaffBody(
                one.id().toString(),
                one.account().value(),
                one.name(),
                one.role(),
                written(staff.stores(one.id())),
                staff.version(one.id()),
                one.id().equals(reader.staff()));
    }

    private ExpectedBody shown(Invitations.Expected one) {
        var post = one.post();
        return new ExpectedBody(one.id().toString(), post.name(), post.role(), written(post.stores()), inZone(one));
    }

    private OffsetDateTime inZone(Invitations.Expected one) {
        return one.until().atZone(merchants.current().zone()).toOffsetDateTime();
    }

    private static List<String> written(Collection<Long> stores) {
        return stores.stream().sorted().map(String::valueOf).toList();
    }
}
