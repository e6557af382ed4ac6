package io.shuke.console.coupon;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.StaffNames;
import io.shuke.marketing.coupon.OfferChange;
import io.shuke.marketing.coupon.OfferCost;
import io.shuke.marketing.coupon.OfferScenes;
import io.shuke.marketing.coupon.OfferTrial;
import io.shuke.marketing.coupon.OfferView;
import io.shuke.marketing.coupon.Offers;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What the merchant offers. An offer is told in words, with its cost, before it is made; then it never changes. */
@RestController
class OfferDesk {

    private static final int PAGE = 20;

    /** @param words a line for each rule */
    record OfferPreviewBody(List<String> words, OfferCost cost, TriedBody tried) {}

    /** @param words the same for people */
    record TriedBody(long days, int bills, int used, long offFen, long grossFen, boolean whole, String words) {

        static TriedBody of(OfferTrial.Tried tried) {
            return new TriedBody(
                    tried.days(),
                    tried.bills(),
                    tried.used(),
                    tried.offFen(),
                    tried.grossFen(),
                    tried.whole(),
                    tried.words());
        }
    }

    /** @param by the name of whoever did it; null for what happened by itself @param total the new stock, when that was changed */
    record OfferChangeBody(
            OfferChange.What what,
            String label,
            @Nullable Long total,
            @Nullable String by,
            OffsetDateTime at) {}

    record OfferChangesBody(List<OfferChangeBody> items) {}

    record OffersOnDesk(List<OfferOnDesk> items, @Nullable String next) {}

    record PausedBody(@Nullable Boolean paused) {}

    record StockBody(@Nullable Long total) {}

    record OfferSceneBody(String scene) {}

    private final Offers offers;
    private final OfferScenes scenes;
    private final OfferTrial trial;
    private final StaffNames names;
    private final Merchants merchants;
    private final Jdbc jdbc;

    OfferDesk(Offers offers, OfferScenes scenes, OfferTrial trial, StaffNames names, Merchants merchants, Jdbc jdbc) {
        this.offers = offers;
        this.scenes = scenes;
        this.trial = trial;
        this.names = names;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/offers")
    Mono<OffersOnDesk> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> {
            var page = offers.page(cursor, PAGE);
            var used = offers.redeemed(
                    page.items().stream().map(view -> view.offer().id()).toList());
            return new OffersOnDesk(
                    page.items().stream()
                            .map(view -> OfferOnDesk.of(
                                    view, used.getOrDefault(view.offer().id(), 0L)))
                            .toList(),
                    page.next());
        });
    }

    /** What a QR code of the Official Account has to say, so that whoever scans it gets this offer. */
    @GetMapping("/console/api/offers/{id}/scene")
    Mono<OfferSceneBody> scene(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> new OfferSceneBody(scenes.of(offers.offer(id))));
    }

    @GetMapping("/console/api/offers/{id}")
    Mono<OfferOnDesk> one(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> shown(offers.view(id)));
    }

    /** What was done to it, by whom. */
    @GetMapping("/console/api/offers/{id}/changes")
    Mono<OfferChangesBody> changes(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> {
            offers.offer(id);
            return new OfferChangesBody(
                    offers.changes(id).stream().map(this::shown).toList());
        });
    }

    private OfferOnDesk shown(OfferView view) {
        var id = view.offer().id();
        return OfferOnDesk.of(view, offers.redeemed(List.of(id)).getOrDefault(id, 0L));
    }

    private OfferChangeBody shown(OfferChange change) {
        return new OfferChangeBody(
                change.what(),
                change.what().label(),
                change.total(),
                names.of(change.by()),
                change.at().atZone(merchants.current().zone()).toOffsetDateTime());
    }

    /** Tried on the bills of the last 90 days too. */
    @PostMapping("/console/api/offers/preview")
    Mono<OfferPreviewBody> preview(ConsoleUser user, @RequestBody OfferWish wish) {
        var asked = wish.toDomain();
        var words = asked.as(1).words();
        return jdbc.call(user.merchant(), () -> trial.on(asked))
                .map(tried ->
                        new OfferPreviewBody(words, OfferCost.of(asked.benefit(), asked.stock()), TriedBody.of(tried)));
    }

    @PostMapping("/console/api/offers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OfferOnDesk> create(ConsoleUser user, @RequestBody OfferWish wish) {
        var asked = wish.toDomain();
        return jdbc.call(user.merchant(), () -> OfferOnDesk.of(offers.create(asked, by(user)), 0));
    }

    @PutMapping("/console/api/offers/{id}/paused")
    Mono<OfferOnDesk> pause(ConsoleUser user, @PathVariable long id, @RequestBody PausedBody body) {
        var paused = body.paused();
        if (paused == null) {
            throw new ServerWebInputException("paused");
        }
        return jdbc.call(user.merchant(), () -> shown(offers.pause(id, paused, by(user))));
    }

    @PutMapping("/console/api/offers/{id}/stock")
    Mono<OfferOnDesk> restock(ConsoleUser user, @PathVariable long id, @RequestBody StockBody body) {
        var total = body.total();
        if (total == null) {
            throw new ServerWebInputException("total");
        }
        return jdbc.call(user.merchant(), () -> shown(offers.restock(id, total, by(user))));
    }

    private static String by(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}
