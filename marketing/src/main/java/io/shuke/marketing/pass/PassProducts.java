package io.shuke.marketing.pass;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passes the shop sells. */
@Service
public class PassProducts {

    /** Every bill asks; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Known(boolean discounts, Instant until) {}

    private final PassMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    PassProducts(PassMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the shop ever sold a pass with a price for everything; most never did, and their bills need not ask further. */
    boolean anyDiscount() {
        var now = clock.instant();
        var remembered = known.get(MerchantScope.current());
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.discounts();
        }
        var discounts = mapper.discounts() > 0;
        known.put(MerchantScope.current(), new Known(discounts, now.plus(REMEMBERED)));
        return discounts;
    }

    /** All there ever were, the oldest first. */
    public List<PassProduct> all() {
        return mapper.products().stream().map(PassProductRow::toDomain).toList();
    }

    @Transactional
    public PassProduct add(PassTerms terms) {
        var product = new PassProduct(new PassProductId(ids.next()), 1, terms, true);
        mapper.insertProduct(PassProductRow.of(product));
        known.remove(MerchantScope.current());
        return product;
    }

    /**
     * Changes what will be sold from now on, or stops selling it. A discount stays a discount, so that the list tells
     * whether anybody may hold one.
     *
     * @param version of the product that was looked at
     * @throws PassRefusal {@code pass.changed-meanwhile} when somebody else has changed it since
     */
    @Transactional
    public PassProduct change(PassProductId id, int version, PassTerms terms, boolean offered) {
        var row = mapper.lockProduct(id.value());
        if (row == null) {
            throw PassRefusal.unknownProduct();
        }
        if (row.version() != version) {
            throw PassRefusal.changedMeanwhile();
        }
        var discount = terms.benefit() instanceof PassBenefit.Discount;
        if (discount != row.percent() > 0) {
            throw PassRefusal.impossible("折扣卡和次卡不能互换，请停售后另建一种");
        }
        var changed = new PassProduct(id, version + 1, terms, offered);
        mapper.updateProduct(PassProductRow.of(changed));
        known.remove(MerchantScope.current());
        return changed;
    }
}
