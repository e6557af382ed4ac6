package io.shuke.console.membership;

import io.shuke.console.report.Download;
import io.shuke.console.report.Spreadsheet;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All members as a spreadsheet, handed out page by page: however many there are, a page is all that is in memory. */
@RestController
class MemberSheetDesk {

    private static final int PAGE = 100;
    private static final List<String> HEAD = List.of("卡号", "昵称", "手机", "积分", "消费次数", "消费额（元）", "上次消费", "入会时间");

    /** @param next the cursor of the page after it, null after the last one */
    private record Piece(byte[] bytes, @Nullable String next) {}

    private final Members members;
    private final Ledger ledger;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Clock clock;
    private final Jdbc jdbc;

    MemberSheetDesk(Members members, Ledger ledger, Summaries summaries, Merchants merchants, Clock clock, Jdbc jdbc) {
        this.members = members;
        this.ledger = ledger;
        this.summaries = summaries;
        this.merchants = merchants;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/export")
    Mono<Void> export(ConsoleUser user, ServerHttpResponse response) {
        var sheet = new Spreadsheet("会员", HEAD);
        var pieces = piece(user, sheet, null)
                .expand(piece -> Mono.justOrEmpty(piece.next()).flatMap(next -> piece(user, sheet, next)))
                .map(Piece::bytes);
        return jdbc.call(user.merchant(), () -> merchants.current().zone())
                .flatMap(zone -> Download.send(response, name(zone), Flux.from(pieces)));
    }

    private String name(ZoneId zone) {
        return "会员名单 " + LocalDate.ofInstant(clock.instant(), zone) + ".xlsx";
    }

    private Mono<Piece> piece(ConsoleUser user, Spreadsheet sheet, @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> {
            var page = members.page(cursor, PAGE);
            write(sheet, page.items());
            return new Piece(page.next() == null ? sheet.end() : sheet.piece(), page.next());
        });
    }

    private void write(Spreadsheet sheet, List<Member> some) {
        var zone = merchants.current().zone();
        var points = ledger.balances(some.stream().map(Member::id).toList(), Asset.POINTS);
        var bought = summaries.totals(some.stream().map(one -> one.id().value()).toList());
        for (var member : some) {
            var totals = bought.get(member.id().value());
            var cells = new ArrayList<@Nullable Object>();
            cells.add(member.number());
            cells.add(member.nickname());
            cells.add(member.phoneMasked());
            cells.add(points.getOrDefault(member.id(), 0L));
            cells.add(totals == null ? 0 : totals.visits());
            cells.add(BigDecimal.valueOf(totals == null ? 0 : totals.fen(), 2));
            cells.add(totals == null ? null : day(totals.lastAt(), zone));
            cells.add(day(member.joinedAt(), zone));
            sheet.row(cells);
        }
    }

    private static String day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).toString();
    }
}
