package io.shuke.member.merchant;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchants of this installation and their stores. */
@Service
public class Merchants {

    private final MerchantMapper mapper;
    private final Clock clock;
    /** A merchant's zone is asked for at every check-in and never changes. */
    private final Map<MerchantId, Merchant> known = new ConcurrentHashMap<>();

    Merchants(MerchantMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The merchant in scope. */
    public Merchant current() {
        return known.computeIfAbsent(MerchantScope.current(), id -> {
            var row = mapper.one(id.value());
            if (row == null) {
                throw new IllegalStateException("no merchant " + id);
            }
            return toDomain(row);
        });
    }

    public List<Merchant> all() {
        return mapper.all().stream().map(Merchants::toDomain).toList();
    }

    /** Those that sell; what was sold in a closed one keeps its name. */
    public List<Store> stores() {
        return mapper.stores();
    }

    /** Of all stores, closed ones too. */
    public Map<Long, String> storeNames() {
        return mapper.kept().stream()
                .collect(Collectors.toMap(MerchantMapper.StoreRow::id, MerchantMapper.StoreRow::name));
    }

    @Transactional
    public void open(Merchant merchant) {
        mapper.insert(merchant.id().value(), merchant.name(), merchant.zone().getId(), clock.instant());
    }

    @Transactional
    public void openStore(Store store) {
        mapper.insertStore(store);
    }

    private static Merchant toDomain(MerchantMapper.MerchantRow row) {
        return new Merchant(new MerchantId(row.id()), row.name(), ZoneId.of(row.zone()));
    }
}
