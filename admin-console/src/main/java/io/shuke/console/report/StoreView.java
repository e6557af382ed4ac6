package io.shuke.console.report;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which stores' figures somebody may see: those where he works, and the whole shop when that is everywhere. */
@Component
class StoreView {

    private final Merchants merchants;

    StoreView(Merchants merchants) {
        this.merchants = merchants;
    }

    List<Store> stores(ConsoleUser user) {
        return merchants.stores().stream()
                .filter(store -> user.everywhere() || user.stores().contains(store.id()))
                .toList();
    }

    /**
     * @param wanted null for whatever he sees first
     * @return 0 for the whole shop
     * @throws ConsoleRefusal {@code console.other-store}
     */
    long in(@Nullable Long wanted, ConsoleUser user) {
        if (wanted == null) {
            return user.everywhere()
                    ? 0
                    : stores(user).stream().mapToLong(Store::id).findFirst().orElseThrow(ConsoleRefusal::otherStore);
        }
        if (stores(user).stream().noneMatch(store -> store.id() == wanted)) {
            throw ConsoleRefusal.otherStore();
        }
        return wanted;
    }
}
