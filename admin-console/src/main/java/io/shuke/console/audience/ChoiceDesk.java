package io.shuke.console.audience;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Offers;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.level.Levels;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import io.shuke.member.tag.Tags;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a condition may name, so that nobody has to type it. */
@RestController
class ChoiceDesk {

    private static final int GOODS = 60;
    private static final int OFFERS = 100;

    record ChoiceBody(String id, String name) {}

    /** @param goods what most members bought, like the categories */
    record ChoicesBody(
            List<ChoiceBody> levels,
            List<ChoiceBody> tags,
            List<ChoiceBody> stores,
            List<ChoiceBody> offers,
            List<String> goods,
            List<String> categories) {}

    private final Levels levels;
    private final Tags tags;
    private final Merchants merchants;
    private final Offers offers;
    private final Summaries summaries;
    private final Jdbc jdbc;

    ChoiceDesk(Levels levels, Tags tags, Merchants merchants, Offers offers, Summaries summaries, Jdbc jdbc) {
        this.levels = levels;
        this.tags = tags;
        this.merchants = merchants;
        this.offers = offers;
        this.summaries = summaries;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/segments/choices")
    Mono<ChoicesBody> choices(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new ChoicesBody(
                        levels.ladder().rungs().stream()
                                .map(rung -> new ChoiceBody(
                                        Integer.toString(rung.step()),
                                        rung.level().name()))
                                .toList(),
                        tags.all().stream()
                                .map(tag -> new ChoiceBody(tag.id().toString(), tag.name()))
                                .toList(),
                        merchants.stores().stream()
                                .map(store -> new ChoiceBody(Long.toString(store.id()), store.name()))
                                .toList(),
                        offers.page(null, OFFERS).items().stream()
                                .map(view -> new ChoiceBody(
                                        Long.toString(view.offer().id()),
                                        view.offer().title()))
                                .toList(),
                        summaries.popularGoods(GOODS),
                        summaries.popularCategories(GOODS)));
    }
}
