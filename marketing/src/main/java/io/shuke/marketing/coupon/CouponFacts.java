package io.shuke.marketing.coupon;

import io.shuke.member.ground.Ids;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Coupons given and used, by kind. */
@Component
class CouponFacts implements Facts {

    private final CouponFactMapper mapper;

    CouponFacts(CouponFactMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var from = Ids.from(stretch.from());
        var until = Ids.from(stretch.until());
        var facts = new ArrayList<Fact>();
        mapper.issued(from, until).forEach(row -> facts.add(new Fact("coupons-issued", 0, row.kind(), row.many())));
        var used = mapper.used(from, until);
        for (var row : used) {
            facts.add(new Fact("coupons-used", row.storeId(), row.kind(), row.many()));
            facts.add(new Fact("coupons-used-fen", row.storeId(), row.kind(), row.fen()));
        }
        facts.addAll(whole("coupons-used", used, CouponFactMapper.UsedRow::many));
        facts.addAll(whole("coupons-used-fen", used, CouponFactMapper.UsedRow::fen));
        return facts;
    }

    private static List<Fact> whole(
            String name, List<CouponFactMapper.UsedRow> used, ToLongFunction<CouponFactMapper.UsedRow> amount) {
        var kinds = used.stream()
                .collect(Collectors.groupingBy(
                        CouponFactMapper.UsedRow::kind, TreeMap::new, Collectors.summingLong(amount)));
        return kinds.entrySet().stream()
                .map(kind -> new Fact(name, 0, kind.getKey(), kind.getValue()))
                .toList();
    }
}
