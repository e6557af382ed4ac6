package io.shuke.marketing.till;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.StoreClosed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of a merchant's tills. */
@Service
public class TillKeys {

    private final TillKeyMapper mapper;
    private final Merchants merchants;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;

    TillKeys(TillKeyMapper mapper, Merchants merchants, FieldCipher cipher, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /** A key of whichever merchant, revoked or not. */
    public Optional<TillKey> anywhere(TillKeyId id) {
        return Optional.ofNullable(mapper.anywhere(id.value())).map(row -> row.toDomain(cipher));
    }

    public List<TillKey> all() {
        return mapper.all().stream().map(row -> row.toDomain(cipher)).toList();
    }

    @Transactional
    public IssuedTillKey issue(TillTerms terms) {
        refuseForeignStore(terms);
        var key = TillKey.fresh(new TillKeyId(ids.next()), MerchantScope.current(), terms, clock.instant());
        mapper.insert(TillKeyRow.of(key, cipher));
        return new IssuedTillKey(key.id(), key.secret());
    }

    @Transactional
    public TillKey change(TillKeyId id, TillTerms terms) {
        refuseForeignStore(terms);
        return update(locked(id), key -> key.on(terms));
    }

    /** A new secret; the one before stays good for a while, so that the till can change over at its own pace. */
    @Transactional
    public IssuedTillKey rotate(TillKeyId id, Duration overlap) {
        var until = clock.instant().plus(overlap);
        return new IssuedTillKey(
                id, update(locked(id), key -> key.rotated(until)).secret());
    }

    /** At once in the database, and within two seconds on every node that remembers the key. */
    @Transactional
    public void revoke(TillKeyId id) {
        var key = locked(id);
        if (!key.isRevoked()) {
            update(key, live -> live.revoked(clock.instant()));
        }
    }

    @EventListener
    void on(StoreClosed closed) {
        all().stream()
                .filter(key -> key.terms().store() == closed.store() && !key.isRevoked())
                .forEach(key -> revoke(key.id()));
    }

    private TillKey locked(TillKeyId id) {
        var row = mapper.lock(id.value());
        if (row == null) {
            throw TillRefusal.unknownKey();
        }
        return row.toDomain(cipher);
    }

    private TillKey update(TillKey key, UnaryOperator<TillKey> change) {
        if (key.isRevoked()) {
            throw TillRefusal.keyRevoked();
        }
        var changed = change.apply(key);
        mapper.update(TillKeyRow.of(changed, cipher));
        return changed;
    }

    private void refuseForeignStore(TillTerms terms) {
        if (merchants.stores().stream().noneMatch(store -> store.id() == terms.store())) {
            throw TillRefusal.unknownStore();
        }
    }
}
