package io.shuke.member.purchase;

import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was bought, by whom, and who came again. */
@Component
class BillFacts implements Facts {

    private final BillFactMapper mapper;

    BillFacts(BillFactMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var facts = new ArrayList<Fact>();
        mapper.byStore(stretch.from(), stretch.until()).forEach(row -> add(facts, row));
        // Somebody who buys in two stores is one buyer: the whole is no sum.
        add(facts, mapper.whole(stretch.from(), stretch.until()));
        var back = mapper.refunds(stretch.from(), stretch.until());
        back.forEach(row -> add(facts, row.storeId(), row.paid(), row.paidByMembers()));
        add(
                facts,
                0,
                back.stream().mapToLong(BillFactMapper.RefundFactRow::paid).sum(),
                back.stream()
                        .mapToLong(BillFactMapper.RefundFactRow::paidByMembers)
                        .sum());
        return facts;
    }

    private static void add(List<Fact> facts, BillFactMapper.BillFactRow row) {
        var store = row.storeId();
        facts.add(new Fact("bills", store, "", row.bills()));
        facts.add(new Fact("member-bills", store, "", row.memberBills()));
        facts.add(new Fact("takings-fen", store, "paid", row.paid()));
        facts.add(new Fact("member-takings-fen", store, "paid", row.paidByMembers()));
        facts.add(new Fact("buyers", store, "", row.buyers()));
        facts.add(new Fact("returning", store, "", row.returningOnes()));
    }

    private static void add(List<Fact> facts, long store, long paid, long paidByMembers) {
        facts.add(new Fact("takings-fen", store, "back", -paid));
        facts.add(new Fact("member-takings-fen", store, "back", -paidByMembers));
    }
}
