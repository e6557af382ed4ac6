package io.shuke.console.home;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Role;
import io.shuke.marketing.coupon.CouponBatch;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.OfferView;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.home.Deed;
import io.shuke.marketing.home.Matter;
import io.shuke.marketing.home.Suggestion;
import io.shuke.marketing.home.Suggestions;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Today's five things, each with one tap that does it. */
@RestController
class SuggestionDesk {

    private static final int OFFERS = 50;

    record SuggestedMemberBody(String id, String nickname) {}

    /**
     * @param words what was done
     * @param subject the batch of coupons, or the segment for the message
     * @param stoppable whether nothing has been given yet
     */
    record DeedDoneBody(Deed deed, String words, @Nullable String subject, boolean stoppable, OffsetDateTime at) {}

    /** @param members the first few */
    record SuggestionBody(
            Matter matter,
            String title,
            String why,
            long many,
            List<SuggestedMemberBody> members,
            List<Deed> deeds,
            OffsetDateTime countedAt,
            @Nullable DeedDoneBody done) {}

    record OutcomeBody(String title, long given, long used) {}

    /** An offer that can be given away just now. */
    record GiveableBody(String id, String title, List<String> words) {}

    record SuggestionsBody(
            List<SuggestionBody> items,
            List<SuggestionBody> done,
            List<OutcomeBody> aWeekAgo,
            List<GiveableBody> offers) {}

    record DeedWish(@Nullable Deed deed, @Nullable String offerId) {}

    private final Suggestions suggestions;
    private final Offers offers;
    private final CouponBatches batches;
    private final Members members;
    private final Merchants merchants;
    private final Clock clock;
    private final Jdbc jdbc;

    SuggestionDesk(
            Suggestions suggestions,
            Offers offers,
            CouponBatches batches,
            Members members,
            Merchants merchants,
            Clock clock,
            Jdbc jdbc) {
        this.suggestions = suggestions;
        this.offers = offers;
        this.batches = batches;
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** They are about members of the whole shop: whoever works in one of its stores has none. */
    @GetMapping("/console/api/home/suggestions")
    Mono<SuggestionsBody> today(ConsoleUser user) {
        if (!user.everywhere()) {
            return Mono.just(new SuggestionsBody(List.of(), List.of(), List.of(), List.of()));
        }
        return jdbc.call(user.merchant(), () -> {
            var outcomes = suggestions.aWeekAgo().stream()
                    .map(one -> new OutcomeBody(
                            SuggestionWords.title(
                                    one.suggestion().matter(), one.suggestion().many()),
                            one.given(),
                            one.used()))
                    .toList();
            return new SuggestionsBody(
                    shown(suggestions.open(), user), shown(suggestions.done(), user), outcomes, giveable());
        });
    }

    private List<SuggestionBody> shown(List<Suggestion> some, ConsoleUser user) {
        var zone = merchants.current().zone();
        return some.stream()
                .filter(one -> one.matter().people().isPresent() || user.role() == Role.OWNER)
                .map(one -> body(one, zone))
                .toList();
    }

    private List<GiveableBody> giveable() {
        var now = clock.instant();
        return offers.page(null, OFFERS).items().stream()
                .filter(view -> isGiveable(view, now))
                .map(OfferView::offer)
                .map(offer -> new GiveableBody(Long.toString(offer.id()), offer.title(), offer.words()))
                .toList();
    }

    private static boolean isGiveable(OfferView view, Instant now) {
        var left = view.stock().remaining();
        var giving = view.offer().giving();
        var from = giving.from();
        var until = giving.until();
        return !view.stock().paused()
                && (left == null || left > 0)
                && (from == null || !now.isBefore(from))
                && (until == null || now.isBefore(until));
    }

    /** The same deed again is the same; another one is refused. */
    @PostMapping("/console/api/home/suggestions/{matter}")
    Mono<SuggestionBody> act(ConsoleUser user, @PathVariable Matter matter, @RequestBody DeedWish wish) {
        var deed = wish.deed();
        if (deed == null) {
            throw new ServerWebInputException("deed");
        }
        if (!user.everywhere()) {
            throw ConsoleRefusal.otherStore();
        }
        if (matter.people().isEmpty() && user.role() != Role.OWNER) {
            throw new ServerWebInputException("matter");
        }
        var actor = "staff:" + user.staff();
        return jdbc.call(
                user.merchant(),
                () -> body(
                        switch (deed) {
                            case GIFT -> suggestions.gift(matter, offer(wish), actor);
                            case PUSH -> suggestions.push(matter, actor);
                            case SEEN -> suggestions.seen(matter, actor);
                        },
                        merchants.current().zone()));
    }

    private static long offer(DeedWish wish) {
        return Ids.read(wish.offerId()).orElseThrow(() -> new ServerWebInputException("offerId"));
    }

    private SuggestionBody body(Suggestion one, ZoneId zone) {
        var done = one.done();
        return new SuggestionBody(
                one.matter(),
                SuggestionWords.title(one.matter(), one.many()),
                SuggestionWords.why(one.matter()),
                one.many(),
                one.examples().stream()
                        .map(members::member)
                        .map(member -> new SuggestedMemberBody(member.id().toString(), member.nickname()))
                        .toList(),
                one.matter().deeds().stream().sorted().toList(),
                one.countedAt().atZone(zone).toOffsetDateTime(),
                done == null ? null : done(done, zone));
    }

    private DeedDoneBody done(Suggestion.Done done, ZoneId zone) {
        var subject = done.subject() == null ? null : Long.toString(done.subject());
        var at = done.at().atZone(zone).toOffsetDateTime();
        return switch (done.deed()) {
            case GIFT -> given(done, subject, at);
            case PUSH -> new DeedDoneBody(done.deed(), "已经存成人群，可以写消息了", subject, false, at);
            case SEEN -> new DeedDoneBody(done.deed(), "看过了", subject, false, at);
        };
    }

    private DeedDoneBody given(Suggestion.Done done, @Nullable String subject, OffsetDateTime at) {
        var batch = Stream.ofNullable(done.subject())
                .map(batches::batch)
                .findFirst()
                .orElseThrow();
        var title = offers.offer(batch.offer()).title();
        var words =
                switch (batch.state()) {
                    case RUNNING -> "正在给 " + batch.members() + " 位各送一张「" + title + "」";
                    case DONE -> "已给 " + batch.issued() + " 位各送一张「" + title + "」";
                    case STOPPED ->
                        batch.issued() == 0 ? "已撤回，一张也没有送出" : "中途停下，已送出 " + batch.issued() + " 张「" + title + "」";
                    case CUT_SHORT -> "券不够了，只送出 " + batch.issued() + " 张「" + title + "」";
                };
        return new DeedDoneBody(done.deed(), words, subject, batch.state() == CouponBatch.State.RUNNING, at);
    }
}
