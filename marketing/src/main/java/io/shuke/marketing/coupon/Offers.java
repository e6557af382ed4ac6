package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the merchant offers. */
@Service
public class Offers {

    private static final int LARGEST_PAGE = 100;

    private record Key(MerchantId merchant, long offer) {}

    private final OfferMapper mapper;
    private final Ids ids;
    private final Clock clock;
    /** An offer never changes; what does, its stock, is asked for each time. */
    private final Map<Key, Offer> known = new ConcurrentHashMap<>();

    Offers(OfferMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param by who makes it, such as {@code staff:7} */
    @Transactional
    public OfferView create(NewOffer asked, String by) {
        var offer = asked.as(ids.next());
        try {
            mapper.insert(OfferRow.of(offer, by, clock.instant()));
        } catch (DuplicateKeyException taken) {
            throw OfferRefusal.wordTaken();
        }
        mapper.insertStock(offer.id(), asked.stock());
        changed(offer.id(), OfferChange.What.MADE, asked.stock(), by);
        return new OfferView(offer, new Stock(offer.id(), asked.stock(), 0, false));
    }

    /** @throws OfferRefusal {@code offer.unknown} */
    public Offer offer(long id) {
        return find(id).orElseThrow(OfferRefusal::unknown);
    }

    public Optional<Offer> find(long id) {
        var key = new Key(MerchantScope.current(), id);
        var offer = known.get(key);
        if (offer == null) {
            var row = mapper.one(id);
            if (row == null) {
                return Optional.empty();
            }
            offer = row.toDomain();
            known.put(key, offer);
        }
        return Optional.of(offer);
    }

    Optional<Offer> byWord(String word) {
        return Optional.ofNullable(mapper.byWord(word)).map(OfferRow::toDomain);
    }

    public OfferView view(long id) {
        return views(List.of(offer(id))).get(0);
    }

    /** All, the newest first. */
    public Slice<OfferView> page(@Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var rows = mapper.page(before(cursor), limit + 1);
        var page = Slice.of(rows, limit, OfferRow::id);
        return new Slice<>(views(page.items().stream().map(OfferRow::toDomain).toList()), page.next());
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw OfferRefusal.badCursor();
        }
    }

    /** What members can get by themselves just now or soon: claimed or bought with points, neither paused nor over. */
    public List<OfferView> onShow() {
        Instant now = clock.instant();
        return views(mapper.givenBy(Way.CLAIM.name()), mapper.givenBy(Way.POINTS.name())).stream()
                .filter(view -> !view.stock().paused())
                .filter(view -> {
                    var until = view.offer().giving().until();
                    return until == null || now.isBefore(until);
                })
                .toList();
    }

    List<Offer> givenBy(Way way) {
        return mapper.givenBy(way.name()).stream().map(OfferRow::toDomain).toList();
    }

    private List<OfferView> views(List<OfferRow> some, List<OfferRow> others) {
        return views(Stream.concat(some.stream(), others.stream())
                .map(OfferRow::toDomain)
                .toList());
    }

    private List<OfferView> views(List<Offer> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        var stocks = mapper.stocks(offers.stream().map(Offer::id).toList()).stream()
                .collect(Collectors.toMap(OfferMapper.StockRow::offerId, Function.identity()));
        return offers.stream()
                .filter(offer -> stocks.containsKey(offer.id()))
                .map(offer -> new OfferView(
                        offer, requireNonNull(stocks.get(offer.id())).toDomain()))
                .toList();
    }

    /** How many coupons of each are used; an offer of which none is does not stand in the answer. */
    public Map<Long, Long> redeemed(Collection<Long> offers) {
        return offers.isEmpty()
                ? Map.of()
                : mapper.redeemed(offers).stream()
                        .collect(Collectors.toMap(OfferMapper.Redeemed::offer, OfferMapper.Redeemed::many));
    }

    /** What was done to it, the latest first. */
    public List<OfferChange> changes(long id) {
        return mapper.changes(id).stream()
                .map(row -> new OfferChange(row.what(), row.total(), row.by(), row.at()))
                .toList();
    }

    private void changed(long id, OfferChange.What what, @Nullable Long total, String by) {
        mapper.changed(new OfferMapper.ChangeRow(id, ids.next(), what, total, by, clock.instant()));
    }

    /** Nobody gets a coupon of it any more, or again; those that are out stay good. */
    @Transactional
    public OfferView pause(long id, boolean paused, String by) {
        offer(id);
        if (mapper.pause(id, paused) == 1) {
            changed(id, paused ? OfferChange.What.PAUSED : OfferChange.What.RESUMED, null, by);
        }
        return view(id);
    }

    /** Raises or lowers the stock, never below what has been given. */
    @Transactional
    public OfferView restock(long id, long total, String by) {
        OfferRefusal.refuseUnless(total >= 1 && total <= 1_000_000, "库存在 1 到 1000000 张之间");
        offer(id);
        var stock = mapper.lock(List.of(id)).get(0);
        if (stock.total() == null) {
            throw OfferRefusal.unlimited();
        }
        if (mapper.restock(id, total) == 0) {
            throw OfferRefusal.belowClaimed(stock.claimed());
        }
        changed(id, OfferChange.What.RESTOCKED, total, by);
        return view(id);
    }
}
