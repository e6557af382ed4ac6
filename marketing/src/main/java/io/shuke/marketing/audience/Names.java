package io.shuke.marketing.audience;

import io.shuke.marketing.coupon.Offers;
import io.shuke.member.level.Levels;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How what conditions name by number is called. */
@Component
class Names {

    private final Levels levels;
    private final Tags tags;
    private final Offers offers;
    private final Merchants merchants;

    Names(Levels levels, Tags tags, Offers offers, Merchants merchants) {
        this.levels = levels;
        this.tags = tags;
        this.offers = offers;
        this.merchants = merchants;
    }

    /** The names as they are now; of what is gone nothing is known but that. */
    Known now() {
        return new Known(
                levels.ladder().rungs().stream()
                        .collect(Collectors.toMap(
                                rung -> (long) rung.step(), rung -> rung.level().name())),
                merchants.storeNames(),
                tag -> tags.find(tags.today(new TagId(tag)))
                        .map(found -> found.name())
                        .orElse("已删除的标签"),
                offer -> offers.find(offer).map(found -> found.title()).orElse("已不存在的券"));
    }

    /** Answers by number. */
    record Known(Map<Long, String> levels, Map<Long, String> stores, Named tag, Named offer) {

        String level(long step) {
            return levels.getOrDefault(step, "第" + step + "级");
        }

        String store(long id) {
            return stores.getOrDefault(id, "已关的店");
        }
    }

    /** The name of what has this number. */
    interface Named {

        String of(long number);
    }
}
