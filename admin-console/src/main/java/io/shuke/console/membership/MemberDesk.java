package io.shuke.console.membership;

import io.shuke.console.door.OwnSpace;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Slice;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Reason;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Progress;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberState;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.ProfileFields;
import io.shuke.member.membership.Search;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.PointsLedger;
import io.shuke.member.purchase.Everybody;
import io.shuke.member.purchase.Summaries;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Who the regulars are. Phone numbers stay masked. */
@RestController
class MemberDesk {

    private static final int PAGE = 20;

    record PageBody<T>(List<T> items, @Nullable String next) {}

    record MemberBody(
            String id,
            String number,
            String nickname,
            @Nullable String phone,
            OffsetDateTime joinedAt,
            MemberState state,
            long points) {

        static MemberBody of(Member member, long points, ZoneId zone) {
            return new MemberBody(
                    member.id().toString(),
                    member.number(),
                    member.nickname(),
                    member.phoneMasked(),
                    member.joinedAt().atZone(zone).toOffsetDateTime(),
                    member.state(),
                    points);
        }

        @Override
        public String toString() {
            return "MemberBody[" + id + "]";
        }
    }

    record HistoryEntryBody(
            String id, long change, Reason reason, String reference, long balance, OffsetDateTime at, String text) {

        static HistoryEntryBody of(Entry entry, ZoneId zone) {
            return new HistoryEntryBody(
                    Long.toString(entry.id()),
                    entry.change(),
                    entry.reason(),
                    entry.reference().value(),
                    entry.balance(),
                    entry.at().atZone(zone).toOffsetDateTime(),
                    entry.text());
        }
    }

    /**
     * @param percent of the way from this level to the next, 100 on the highest
     * @param text what it takes to the next level, in words
     */
    record StandingBody(
            String name,
            int percent,
            @Nullable String text,
            @Nullable LocalDate protectedUntil) {

        static StandingBody of(Progress progress) {
            var whole = progress.value() + progress.missing();
            var percent = progress.missing() == 0 || whole == 0 ? 100 : Math.max(0, progress.value()) * 100 / whole;
            return new StandingBody(progress.level().name(), (int) percent, progress.text(), progress.protectedUntil());
        }
    }

    /** @param value what the member told, or the shop's old list */
    record ToldBody(String label, String value) {

        @Override
        public String toString() {
            return "ToldBody[" + label + "]";
        }
    }

    /** @param history of the points, newest first; continued with {@code ?cursor=} */
    record DetailBody(
            MemberBody member,
            StandingBody level,
            long pendingPoints,
            long growth,
            long principalFen,
            long giftFen,
            List<ToldBody> told,
            PageBody<HistoryEntryBody> history) {}

    private final OwnSpace space;
    private final Summaries summaries;
    private final Members members;
    private final Search search;
    private final Everybody everybody;
    private final ProfileFields fields;
    private final PointsLedger points;
    private final Ledger ledger;
    private final Levels levels;
    private final Merchants merchants;
    private final Jdbc jdbc;

    MemberDesk(
            OwnSpace space,
            Summaries summaries,
            Members members,
            Search search,
            Everybody everybody,
            ProfileFields fields,
            PointsLedger points,
            Ledger ledger,
            Levels levels,
            Merchants merchants,
            Jdbc jdbc) {
        this.space = space;
        this.summaries = summaries;
        this.members = members;
        this.search = search;
        this.everybody = everybody;
        this.fields = fields;
        this.points = points;
        this.ledger = ledger;
        this.levels = levels;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /** @param find a part of the name, the last four digits of phone or card, or a whole number */
    @GetMapping("/console/api/members")
    Mono<PageBody<MemberBody>> page(
            ConsoleUser user,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String find) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = find == null || find.isBlank() ? leafed(user, cursor) : found(user, find, cursor);
            var items = page.items().stream()
                    .map(member ->
                            MemberBody.of(member, points.balance(member.id()).value(), zone))
                    .toList();
            return new PageBody<>(items, page.next());
        });
    }

    private Slice<Member> leafed(ConsoleUser user, @Nullable String cursor) {
        if (user.everywhere()) {
            return members.page(cursor, PAGE);
        }
        var page = summaries.comingTo(user.stores(), cursor, PAGE);
        return new Slice<>(page.items().stream().map(members::member).toList(), page.next());
    }

    private Slice<Member> found(ConsoleUser user, String typed, @Nullable String cursor) {
        var before = cursor == null
                ? Long.MAX_VALUE
                : Ids.read(cursor).orElseThrow(() -> new ServerWebInputException("cursor"));
        var wanted = search.wanted(typed);
        if (wanted.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var candidates = Slice.of(everybody.newest(wanted.get().clause(), before, PAGE + 1), PAGE, MemberId::value);
        return new Slice<>(
                search.shown(candidates.items()).stream()
                        .filter(wanted.get().fits())
                        .filter(member -> space.mayKnow(user, member.id()))
                        .toList(),
                candidates.next());
    }

    @GetMapping("/console/api/members/{id}")
    Mono<DetailBody> one(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> detail(members.member(new MemberId(id)), cursor));
    }

    private DetailBody detail(Member member, @Nullable String cursor) {
        var zone = merchants.current().zone();
        var owned = ledger.balances(member.id());
        var page = points.history(member.id(), cursor, PAGE);
        return new DetailBody(
                MemberBody.of(member, owned.getOrDefault(Asset.POINTS, 0L), zone),
                StandingBody.of(levels.progress(member.id())),
                owned.getOrDefault(Asset.PENDING_POINTS, 0L),
                owned.getOrDefault(Asset.GROWTH, 0L),
                owned.getOrDefault(Asset.PRINCIPAL, 0L),
                owned.getOrDefault(Asset.GIFT, 0L),
                told(member.profile()),
                new PageBody<>(
                        page.items().stream()
                                .map(entry -> HistoryEntryBody.of(entry, zone))
                                .toList(),
                        page.next()));
    }

    private List<ToldBody> told(Map<String, String> profile) {
        return fields.all().stream()
                .filter(field -> profile.containsKey(field.name()))
                .map(field -> new ToldBody(field.label(), profile.getOrDefault(field.name(), "")))
                .toList();
    }
}
