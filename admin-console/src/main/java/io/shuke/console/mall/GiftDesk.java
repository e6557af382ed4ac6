package io.shuke.console.mall;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.mall.Gift;
import io.shuke.marketing.mall.GiftId;
import io.shuke.marketing.mall.GiftLimits;
import io.shuke.marketing.mall.GiftTerms;
import io.shuke.marketing.mall.Gifts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.rules.RuleChanges;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The mall's shelf, to read and to change. */
@RestController
class GiftDesk {

    private static final int USUAL_DAYS = 30;

    /**
     * What the merchant decides of a gift; limits that are left out do not limit.
     *
     * @param version of the gift that was looked at; only to change one
     * @param offered false holds it back
     */
    record GiftTermsBody(
            @Nullable String title,
            int points,
            int stock,
            @Nullable Integer perMember,
            @Nullable Integer perMemberADay,
            @Nullable Integer aDay,
            @Nullable Integer level,
            @Nullable Integer visits,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable Integer daysToCollect,
            @Nullable Integer version,
            @Nullable Boolean offered) {

        GiftTerms toDomain() {
            if (title == null) {
                throw new ServerWebInputException("title");
            }
            return new GiftTerms(
                    title.strip(),
                    points,
                    stock,
                    new GiftLimits(or0(perMember), or0(perMemberADay), or0(aDay), or0(level), or0(visits)),
                    from,
                    through,
                    daysToCollect == null ? USUAL_DAYS : daysToCollect);
        }

        private static int or0(@Nullable Integer limit) {
            return limit == null ? 0 : limit;
        }
    }

    /** @param words the same for people */
    record GiftBody(
            String id,
            int version,
            String title,
            int points,
            int stock,
            int given,
            int remaining,
            int perMember,
            int perMemberADay,
            int aDay,
            int level,
            int visits,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            int daysToCollect,
            boolean offered,
            List<String> words) {

        static GiftBody of(Gift gift) {
            var terms = gift.terms();
            var limits = terms.limits();
            return new GiftBody(
                    gift.id().toString(),
                    gift.version(),
                    terms.title(),
                    terms.points(),
                    terms.stock(),
                    gift.given(),
                    gift.remaining(),
                    limits.perMember(),
                    limits.perMemberADay(),
                    limits.aDay(),
                    limits.level(),
                    limits.visits(),
                    terms.from(),
                    terms.through(),
                    terms.daysToCollect(),
                    gift.offered(),
                    GiftWords.of(gift));
        }
    }

    record GiftsBody(List<GiftBody> items) {}

    private final Gifts gifts;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    GiftDesk(Gifts gifts, RuleChanges changes, Jdbc jdbc) {
        this.changes = changes;
        this.gifts = gifts;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/gifts")
    Mono<GiftsBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new GiftsBody(gifts.all().stream().map(GiftBody::of).toList()));
    }

    @PostMapping("/console/api/gifts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GiftBody> add(ConsoleUser user, @RequestBody GiftTermsBody body) {
        var terms = body.toDomain();
        return jdbc.call(user.merchant(), () -> GiftBody.of(changes.make(user.actor(), () -> made(gifts.add(terms)))));
    }

    @PutMapping("/console/api/gifts/{id}")
    Mono<GiftBody> change(ConsoleUser user, @PathVariable long id, @RequestBody GiftTermsBody body) {
        var terms = body.toDomain();
        var version = body.version();
        if (version == null) {
            throw new ServerWebInputException("version");
        }
        return jdbc.call(
                user.merchant(),
                () -> GiftBody.of(changes.make(
                        user.actor(),
                        () -> made(
                                gifts.change(new GiftId(id), version, terms, !Boolean.FALSE.equals(body.offered()))))));
    }

    private static RuleChanges.Made<Gift> made(Gift gift) {
        return new RuleChanges.Made<>(gift, "gift:" + gift.id(), gift.version(), GiftWords.of(gift));
    }
}
