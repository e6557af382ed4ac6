package io.shuke.console.membership;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Slice;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Reason;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberState;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.Points;
import io.shuke.member.points.PointsLedger;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
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

        static MemberBody of(Member member, Points points, ZoneId zone) {
            return new MemberBody(
                    member.id().toString(),
                    member.number(),
                    member.nickname(),
                    member.phoneMasked(),
                    member.joinedAt().atZone(zone).toOffsetDateTime(),
                    member.state(),
                    points.value());
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

    /** @param history of the points, newest first; continued with {@code ?cursor=} */
    record DetailBody(MemberBody member, PageBody<HistoryEntryBody> history) {}

    private final Members members;
    private final PointsLedger points;
    private final Merchants merchants;
    private final Jdbc jdbc;

    MemberDesk(Members members, PointsLedger points, Merchants merchants, Jdbc jdbc) {
        this.members = members;
        this.points = points;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members")
    Mono<PageBody<MemberBody>> page(
            ConsoleUser user,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String find) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = find == null || find.isBlank() ? members.page(cursor, PAGE) : found(find);
            var items = page.items().stream()
                    .map(member -> MemberBody.of(member, points.balance(member.id()), zone))
                    .toList();
            return new PageBody<>(items, page.next());
        });
    }

    private Slice<Member> found(String typed) {
        return new Slice<>(members.find(typed).stream().toList(), null);
    }

    @GetMapping("/console/api/members/{id}")
    Mono<DetailBody> one(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var member = members.member(new MemberId(id));
            var page = points.history(member.id(), cursor, PAGE);
            var items = page.items().stream()
                    .map(entry -> HistoryEntryBody.of(entry, zone))
                    .toList();
            return new DetailBody(
                    MemberBody.of(member, points.balance(member.id()), zone), new PageBody<>(items, page.next()));
        });
    }
}
