package io.shuke.member.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class TagsIT {

    @Autowired
    Tags tags;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Merchants merchants;

    private MerchantId shop = new MerchantId(1);
    private MemberId one = new MemberId(1);
    private MemberId two = new MemberId(2);

    @BeforeEach
    void open() {
        shop = new MerchantId(ids.next());
        one = new MemberId(ids.next());
        two = new MemberId(ids.next());
        does(() -> merchants.open(new Merchant(shop, "奶粉店", ZoneId.of("Asia/Shanghai"))));
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(shop, work);
    }

    private void does(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    private Tag tag(String name, String note) {
        return in(() -> tags.create(name, note, "staff:1"));
    }

    @Test
    void whoeverServesAMemberIsToldWhatIsKnown() {
        var mother = tag("宝妈", "问问宝宝几个月了");
        var sporty = tag("健身党", "");
        does(() -> tags.give(mother.id(), one, "", "staff:1"));
        does(() -> tags.give(sporty.id(), one, "不要糖", "staff:1"));
        does(() -> tags.give(mother.id(), two, "宝宝对牛奶过敏", "staff:1"));

        assertThat(in(() -> tags.words(one))).containsExactly("宝妈：问问宝宝几个月了", "健身党：不要糖");
        assertThat(in(() -> tags.words(two))).containsExactly("宝妈：宝宝对牛奶过敏");
        assertThat(in(tags::counts)).containsEntry(mother.id(), 2L);
        does(() -> tags.take(mother.id(), two));
        assertThat(in(() -> tags.words(two))).isEmpty();
    }

    @Test
    void aRuleTakesBackOnlyWhatItGave() {
        var tag = tag("常客", "").id();
        does(() -> tags.give(tag, one, "老邻居", "staff:1"));

        does(() -> tags.follow(tag, 0, Long.MAX_VALUE, List.of(one, two)));
        assertThat(in(() -> tags.of(two))).extracting(HeldTag::byRule).containsExactly(true);
        assertThat(in(() -> tags.of(one)))
                .extracting(HeldTag::byRule, HeldTag::note)
                .containsExactly(tuple(false, "老邻居"));

        does(() -> tags.follow(tag, 0, Long.MAX_VALUE, List.of()));
        assertThat(in(() -> tags.of(two))).isEmpty();
        assertThat(in(() -> tags.of(one))).hasSize(1);
    }

    @Test
    void twoTagsBecomeOne() {
        var from = tag("妈妈", "").id();
        var into = tag("宝妈", "").id();
        does(() -> tags.give(from, List.of(one, two), "staff:1"));
        does(() -> tags.give(into, List.of(one), "staff:1"));

        does(() -> tags.merge(from, into));

        assertThat(in(tags::all)).extracting(Tag::name).containsExactly("宝妈");
        assertThat(in(tags::counts)).containsEntry(into, 2L);
        assertThat(in(() -> tags.today(from))).isEqualTo(into);
        assertThat(tag("妈妈", "").name()).isEqualTo("妈妈");
        assertThatThrownBy(() -> does(() -> tags.merge(into, into))).hasMessage("tag.into-itself");
        assertThatThrownBy(() -> does(() -> tags.give(from, one, "", "x"))).hasMessage("tag.unknown");
    }

    @Test
    void aRemovedTagIsOnNobody() {
        var tag = tag("过客", "").id();
        does(() -> tags.give(tag, one, "", "staff:1"));

        does(() -> tags.remove(tag));

        assertThat(in(() -> tags.of(one))).isEmpty();
        assertThatThrownBy(() -> does(() -> tags.remove(tag))).hasMessage("tag.unknown");
    }

    @Test
    void tagsGoWithTheirMember() {
        var both = tag("甲", "").id();
        var absorbed = tag("乙", "").id();
        does(() -> tags.give(both, List.of(one, two), "staff:1"));
        does(() -> tags.give(absorbed, two, "爱喝茶", "staff:1"));

        publish(new MergedMembers(9, one, two));
        assertThat(in(() -> tags.words(one))).containsExactly("甲", "乙：爱喝茶");
        publish(new MergeUndone(9, one, two));
        assertThat(in(() -> tags.words(one))).containsExactly("甲");
        assertThat(in(() -> tags.words(two))).containsExactly("甲", "乙：爱喝茶");
        publish(new MemberLeft(two));
        assertThat(in(() -> tags.words(two))).isEmpty();
    }

    @Test
    void oneNameIsOneTagHoweverManyMakeIt() {
        var done = IntStream.range(0, 100)
                .mapToObj(n -> jdbc.call(shop, () -> outcome(n)).toFuture())
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(done).filteredOn("ok"::equals).hasSize(1);
        assertThat(done).filteredOn("tag.name-taken"::equals).hasSize(99);
    }

    private String outcome(int n) {
        try {
            tags.create("同名", "", "staff:" + n);
            return "ok";
        } catch (Refusal no) {
            return no.code();
        }
    }

    @Test
    void hasLimits() {
        assertThatThrownBy(() -> tag("", "")).hasMessage("tag.bad-name");
        assertThatThrownBy(() -> tag("一二三四五六七八九十一二三", "")).hasMessage("tag.bad-name");
        assertThatThrownBy(() -> tag("好", "字".repeat(61))).hasMessage("tag.bad-note");
        for (int i = 0; i < 30; i++) {
            var tag = tag("签" + i, "").id();
            does(() -> tags.give(tag, one, "", "staff:1"));
        }
        var more = tag("再来", "").id();
        assertThatThrownBy(() -> does(() -> tags.give(more, one, "", "staff:1")))
                .hasMessage("tag.too-many-on-one");
    }

    private void publish(Object event) {
        does(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }
}
