package io.shuke.member.merchant;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The merchant's stores as the owner keeps them. Whoever changes the list takes the merchant's row first, so that two
 * owners neither open one store twice nor close the last two.
 */
@Service
public class Stores {

    private final MerchantMapper mapper;
    private final ApplicationEventPublisher facts;
    private final Ids ids;
    private final Clock clock;

    Stores(MerchantMapper mapper, ApplicationEventPublisher facts, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The closed ones too, in the order in which they were opened. */
    public List<KeptStore> all() {
        return mapper.kept().stream().map(MerchantMapper.StoreRow::toDomain).toList();
    }

    @Transactional
    public KeptStore open(StoreSign sign) {
        refuseTaken(locked(), sign.name(), 0);
        var id = ids.next();
        mapper.insertStore(
                new Store(id, sign.name(), sign.address(), "store-" + Long.toString(id, Character.MAX_RADIX)));
        return one(id);
    }

    /** @param version as it was read */
    @Transactional
    public KeptStore change(long id, int version, StoreSign sign) {
        var all = locked();
        of(id, version, all);
        refuseTaken(all, sign.name(), id);
        mapper.changeStore(id, sign.name(), sign.address());
        return one(id);
    }

    /** Its keys end with it, and nobody stands at its counter any more. Twice is as good as once. */
    @Transactional
    public KeptStore close(long id, int version) {
        var all = locked();
        if (of(id, version, all).isOpen()) {
            if (all.stream().filter(KeptStore::isOpen).count() == 1) {
                throw StoreRefusal.lastOpen();
            }
            mapper.closeStore(id, clock.instant());
            facts.publishEvent(new StoreClosed(id));
        }
        return one(id);
    }

    /** Its old keys stay revoked. */
    @Transactional
    public KeptStore reopen(long id, int version) {
        var all = locked();
        var kept = of(id, version, all);
        if (!kept.isOpen()) {
            refuseTaken(all, kept.store().name(), id);
            mapper.reopenStore(id);
        }
        return one(id);
    }

    private List<KeptStore> locked() {
        mapper.lock(MerchantScope.current().value());
        return all();
    }

    private static void refuseTaken(List<KeptStore> all, String name, long own) {
        if (all.stream()
                .anyMatch(kept -> kept.isOpen()
                        && kept.store().id() != own
                        && kept.store().name().equals(name))) {
            throw StoreRefusal.nameTaken(name);
        }
    }

    private static KeptStore of(long id, int version, List<KeptStore> all) {
        var kept =
                all.stream().filter(one -> one.store().id() == id).findFirst().orElseThrow(StoreRefusal::unknown);
        if (kept.version() != version) {
            throw StoreRefusal.changedMeanwhile();
        }
        return kept;
    }

    private KeptStore one(long id) {
        return all().stream().filter(one -> one.store().id() == id).findFirst().orElseThrow(StoreRefusal::unknown);
    }
}
