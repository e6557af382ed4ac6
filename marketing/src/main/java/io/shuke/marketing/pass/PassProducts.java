package io.shuke.marketing.pass;

import io.shuke.member.ground.Ids;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passes the shop sells. */
@Service
public class PassProducts {

    private final PassMapper mapper;
    private final Ids ids;

    PassProducts(PassMapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    /** All there ever were, the oldest first. */
    public List<PassProduct> all() {
        return mapper.products().stream().map(PassProductRow::toDomain).toList();
    }

    @Transactional
    public PassProduct add(PassTerms terms) {
        var product = new PassProduct(new PassProductId(ids.next()), 1, terms, true);
        mapper.insertProduct(PassProductRow.of(product));
        return product;
    }

    /**
     * Changes what will be sold from now on, or stops selling it.
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
        var changed = new PassProduct(id, version + 1, terms, offered);
        mapper.updateProduct(PassProductRow.of(changed));
        return changed;
    }
}
