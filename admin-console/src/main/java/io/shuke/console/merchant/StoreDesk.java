package io.shuke.console.merchant;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.KeptStore;
import io.shuke.member.merchant.StoreSign;
import io.shuke.member.merchant.Stores;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The owner opens, renames and closes stores; everybody on the staff reads which there are. */
@RestController
class StoreDesk {

    record KeptStoreBody(String id, String name, String address, String scene, boolean open, int version) {

        static KeptStoreBody of(KeptStore kept) {
            var store = kept.store();
            return new KeptStoreBody(
                    Long.toString(store.id()),
                    store.name(),
                    store.address(),
                    store.scene(),
                    kept.isOpen(),
                    kept.version());
        }
    }

    record KeptStoresBody(
            List<KeptStoreBody> items, @Nullable String next) {}

    /** @param version as it was read; none for a new store */
    record StoreSignBody(
            @Nullable String name,
            @Nullable String address,
            @Nullable Integer version) {

        StoreSign toDomain() {
            if (name == null) {
                throw new ServerWebInputException("name");
            }
            return new StoreSign(name, address == null ? "" : address);
        }
    }

    record StoreOpenBody(@Nullable Boolean open, @Nullable Integer version) {}

    private final Stores stores;
    private final Jdbc jdbc;

    StoreDesk(Stores stores, Jdbc jdbc) {
        this.stores = stores;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/stores")
    Mono<KeptStoresBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new KeptStoresBody(
                        stores.all().stream().map(KeptStoreBody::of).toList(), null));
    }

    @PostMapping("/console/api/stores")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KeptStoreBody> add(ConsoleUser owner, @RequestBody StoreSignBody body) {
        var sign = body.toDomain();
        return told(owner, () -> stores.open(sign));
    }

    @PutMapping("/console/api/stores/{id}")
    Mono<KeptStoreBody> change(ConsoleUser owner, @PathVariable long id, @RequestBody StoreSignBody body) {
        var sign = body.toDomain();
        var read = read(body.version());
        return told(owner, () -> stores.change(id, read, sign));
    }

    @PutMapping("/console/api/stores/{id}/open")
    Mono<KeptStoreBody> open(ConsoleUser owner, @PathVariable long id, @RequestBody StoreOpenBody body) {
        var open = body.open();
        var read = read(body.version());
        if (open == null) {
            throw new ServerWebInputException("open");
        }
        return told(owner, () -> open ? stores.reopen(id, read) : stores.close(id, read));
    }

    private Mono<KeptStoreBody> told(ConsoleUser owner, Supplier<KeptStore> work) {
        return jdbc.call(owner.merchant(), () -> KeptStoreBody.of(work.get()));
    }

    private static int read(@Nullable Integer version) {
        if (version == null) {
            throw new ServerWebInputException("version");
        }
        return version;
    }
}
