package io.shuke.member.note;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class NotesIT {

    private static final String CLERK = "staff:7";

    @Autowired
    Notes notes;

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

    @Autowired
    JdbcTemplate database;

    private MerchantId shop = new MerchantId(1);
    private MemberId one = new MemberId(1);
    private MemberId two = new MemberId(2);

    @BeforeEach
    void open() {
        shop = new MerchantId(ids.next());
        one = new MemberId(ids.next());
        two = new MemberId(ids.next());
        in(() -> {
            merchants.open(new Merchant(shop, "老街面馆", ZoneId.of("Asia/Shanghai")));
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(shop, work);
    }

    private void happens(Object fact) {
        in(() -> transaction.execute(status -> {
            events.publishEvent(fact);
            return true;
        }));
    }

    private List<String> words(MemberId member) {
        return in(() -> notes.of(member)).stream().map(Note::text).toList();
    }

    @Test
    void aHundredTapsWriteOneNote() {
        var taps = IntStream.range(0, 100)
                .mapToObj(i -> jdbc.call(shop, () -> notes.write(one, "不吃香菜", CLERK, "wish"))
                        .toFuture())
                .toList();

        assertThat(taps.stream().map(CompletableFuture::join).map(Note::id).distinct())
                .hasSize(1);
        assertThat(words(one)).containsExactly("不吃香菜");
        assertThatThrownBy(() -> in(() -> notes.write(one, "爱吃香菜", CLERK, "wish")))
                .hasMessage("note.other-contents");
    }

    @Test
    void theTillIsToldTheNewestThree() {
        for (var text : List.of("一", "二", "三", "四")) {
            in(() -> notes.write(one, text, CLERK, "wish" + text.hashCode()));
        }

        assertThat(in(() -> notes.words(one))).containsExactly("四", "三", "二");
        for (var text : List.of("", " ", "两\n行", "长".repeat(101))) {
            assertThatThrownBy(() -> in(() -> notes.write(one, text, CLERK, "w")))
                    .hasMessage("note.malformed");
        }
    }

    @Test
    void lieSealed() {
        in(() -> notes.write(one, "对花生过敏", CLERK, "wish"));

        var content = database.queryForObject(
                "SELECT content FROM member_note WHERE merchant_id = ?", byte[].class, shop.value());
        assertThat(new String(requireNonNull(content), StandardCharsets.UTF_8)).doesNotContain("花生");
    }

    @Test
    void goOverWithAMergeAndComeBack() {
        in(() -> notes.write(one, "甲", CLERK, "1"));
        in(() -> notes.write(two, "乙", CLERK, "2"));

        happens(new MergedMembers(9, one, two));
        assertThat(words(one)).containsExactly("乙", "甲");
        assertThat(words(two)).isEmpty();

        happens(new MergeUndone(9, one, two));
        assertThat(words(one)).containsExactly("甲");
        assertThat(words(two)).containsExactly("乙");

        happens(new MemberLeft(one));
        assertThat(words(one)).isEmpty();
    }
}
