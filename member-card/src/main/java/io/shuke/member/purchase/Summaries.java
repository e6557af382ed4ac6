package io.shuke.member.purchase;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The figures kept of every member's purchases. They follow from the bills, and can be made again from them. */
@Service
public class Summaries {

    /** @param fen paid, less what went back */
    public record Totals(int visits, long fen, Instant lastAt) {}

    private final SummaryMapper mapper;
    private final BillPen pen;
    private final GoodsPen goods;

    Summaries(SummaryMapper mapper, BillPen pen, GoodsPen goods) {
        this.mapper = mapper;
        this.pen = pen;
        this.goods = goods;
    }

    public Summary of(MemberId member) {
        var row = mapper.of(member.value());
        if (row == null || row.visits() == 0) {
            return Summary.NOTHING;
        }
        return Summary.of(row, mapper.favouriteStore(member.value()), mapper.favouriteChannel(member.value()));
    }

    /** Of many at once; nothing for those who never bought. */
    public Map<Long, Totals> totals(Collection<Long> members) {
        return members.isEmpty()
                ? Map.of()
                : mapper.totals(members).stream()
                        .collect(Collectors.toMap(
                                SummaryMapper.TotalRow::memberId,
                                row -> new Totals(row.visits(), row.amountFen(), row.lastAt())));
    }

    /** Whether he has bought in one of these stores. */
    public boolean comesTo(MemberId member, Set<Long> stores) {
        return !stores.isEmpty() && mapper.comesTo(member.value(), stores) > 0;
    }

    /** Who has bought in one of these stores, the newest member first. */
    public Slice<MemberId> comingTo(Set<Long> stores, @Nullable String cursor, int size) {
        if (stores.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var before = cursor == null ? Long.MAX_VALUE : Ids.read(cursor).orElse(0);
        var page = Slice.of(mapper.comingTo(stores, before, size + 1), size, id -> id);
        return new Slice<>(page.items().stream().map(MemberId::new).toList(), page.next());
    }

    /** When each of them bought last; nothing for those who never did. */
    public Map<Long, Instant> lastBought(Collection<Long> members) {
        return members.isEmpty()
                ? Map.of()
                : mapper.lastBought(members).stream()
                        .collect(Collectors.toMap(SummaryMapper.LastRow::memberId, SummaryMapper.LastRow::lastAt));
    }

    /** Keeps the copy of the member's level that segments are counted on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rank(MemberId member, int step) {
        mapper.rank(member.value(), step);
    }

    /** The same for many who come to the same step. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rank(List<MemberId> members, int step) {
        pen.rank(members, step);
    }

    /** How many there are, also of those who never bought. */
    public long members() {
        return mapper.members();
    }

    /** By name, what most members bought first. */
    public List<String> popularGoods(int many) {
        return mapper.popular(GoodsPen.GOODS, many);
    }

    public List<String> popularCategories(int many) {
        return mapper.popular(GoodsPen.CATEGORY, many);
    }

    @Transactional
    public void rebuild(MemberId member) {
        again(member.value(), member.value());
    }

    /**
     * Makes the figures of the next members again, in one transaction.
     *
     * @param after the last member done, 0 to begin with
     * @return the last member of this batch, 0 when all are done
     */
    @Transactional
    public long rebuild(long after, int members) {
        var batch = mapper.after(after, members);
        if (batch.isEmpty()) {
            return 0;
        }
        long last = batch.get(batch.size() - 1);
        again(batch.get(0), last);
        return last;
    }

    private void again(long first, long last) {
        mapper.empty(first, last);
        pen.countAgain(first, last);
        goods.countAgain(first, last);
    }
}
