package io.shuke.marketing.mall;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gifts taken for points, and what becomes of them at the counter. */
@Service
public class Redemptions {

    private static final int LARGEST_PAGE = 100;

    private final GiftMapper mapper;
    private final Visitors visitors;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Redemptions(GiftMapper mapper, Visitors visitors, Ledger ledger, Merchants merchants, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.visitors = visitors;
        this.ledger = ledger;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes one gift for points. Whoever calls keeps a repeated wish from being a second one.
     *
     * @throws GiftRefusal when the gift may not go to this member now; {@code points.insufficient} comes from the ledger
     */
    @Transactional
    public Redemption redeem(MemberId member, GiftId gift) {
        var row = mapper.lock(gift.value());
        if (row == null) {
            throw GiftRefusal.unknown();
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(at, merchants.current().zone());
        var taken = mapper.taken(gift.value(), member.value(), today);
        row.toDomain()
                .refuseUnlessFor(
                        visitors.of(member), new Gift.Taken(taken.today(), taken.member(), taken.memberToday()), today);
        return book(member, row, at, today).toDomain();
    }

    private RedemptionRow book(MemberId member, GiftRow gift, Instant at, LocalDate today) {
        var id = ids.next();
        ledger.post(Movement.spend(member, Asset.POINTS, gift.points(), Reason.GIFT, reference(id))
                .noting("兑换 " + gift.title()));
        var row = new RedemptionRow(
                id,
                gift.id(),
                member.value(),
                gift.title(),
                gift.points(),
                freeCode().value(),
                Redemption.State.READY.name(),
                today,
                at,
                today.plusDays(gift.daysToCollect()),
                null);
        mapper.redeem(row);
        mapper.give(gift.id(), 1);
        return row;
    }

    /** Eight digits are few enough that two may meet; the key on the code is what decides. */
    private PickUpCode freeCode() {
        var code = PickUpCode.random(random);
        return mapper.byCode(code.value()) == null ? code : freeCode();
    }

    private static Reference reference(long redemption) {
        return new Reference("gift:" + redemption);
    }

    /** Newest first. */
    public Slice<Redemption> of(MemberId member, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var rows = mapper.ofMember(member.value(), before(cursor), limit + 1);
        var page = Slice.of(rows, limit, RedemptionRow::id);
        return new Slice<>(page.items().stream().map(RedemptionRow::toDomain).toList(), page.next());
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException garbage) {
            throw GiftRefusal.badCursor();
        }
    }

    /** What lies at the counter under a code; for staff. */
    public Redemption find(PickUpCode code) {
        var row = mapper.byCode(code.value());
        if (row == null) {
            throw GiftRefusal.unknownCode();
        }
        return row.toDomain();
    }

    /** Hands it over. @param staff who did it, as {@code staff:…} */
    @Transactional
    public Redemption collect(PickUpCode code, String staff) {
        return settle(find(code).id(), Redemption.State.COLLECTED, staff);
    }

    /** Takes it back before it was collected: the points return and the gift goes back on the shelf. */
    @Transactional
    public Redemption takeBack(PickUpCode code, String staff) {
        return giveBack(find(code).id(), staff);
    }

    /** What nobody came for in time goes back like that. Answers false when somebody has just settled it otherwise. */
    @Transactional
    boolean giveBackOverdue(long redemption) {
        var row = mapper.lockRedemption(redemption);
        if (row == null || !row.state().equals(Redemption.State.READY.name())) {
            return false;
        }
        giveBack(redemption, "system");
        return true;
    }

    private Redemption giveBack(long redemption, String by) {
        var found = mapper.lockRedemption(redemption);
        if (found == null) {
            throw GiftRefusal.unknownCode();
        }
        mapper.lock(found.giftId());
        var settled = settle(redemption, Redemption.State.RETURNED, by);
        mapper.give(found.giftId(), -1);
        ledger.post(Reversal.of(
                        settled.member(),
                        Asset.POINTS,
                        reference(redemption),
                        new Reference("gift-back:" + redemption),
                        Reason.REFUND)
                .by(by)
                .noting("退回 " + settled.title()));
        return settled;
    }

    private Redemption settle(long id, Redemption.State state, String by) {
        var row = mapper.lockRedemption(id);
        if (row == null) {
            throw GiftRefusal.unknownCode();
        }
        if (mapper.settle(id, state.name(), clock.instant(), by) == 0) {
            throw row.state().equals(Redemption.State.COLLECTED.name())
                    ? GiftRefusal.alreadyCollected(when(row))
                    : GiftRefusal.returned();
        }
        return row.settled(state).toDomain();
    }

    private String when(RedemptionRow row) {
        var at = row.settledAt() == null ? row.redeemedAt() : row.settledAt();
        return at.atZone(merchants.current().zone()).toLocalDate().toString();
    }
}
