package io.shuke.member.membership;

import static io.shuke.member.membership.Shopkeeper.MINI;
import static io.shuke.member.membership.Shopkeeper.identity;
import static io.shuke.member.membership.Shopkeeper.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.purchase.Everybody;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SearchIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Merges merges;

    @Autowired
    Search search;

    @Autowired
    Everybody everybody;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void findsByAPartOfTheNameAndByTheEndOfANumber() {
        var phone = phone();
        var fang = joins("爱吃面的王小芳", phone);
        joins("李雷", phone());

        assertThat(found("王小芳")).containsExactly(fang.id());
        assertThat(found("吃面")).containsExactly(fang.id());
        assertThat(found(phone.number().substring(7))).contains(fang.id());
        assertThat(found(fang.number().substring(6))).contains(fang.id());
        assertThat(found(phone.number())).containsExactly(fang.id());
        assertThat(found(fang.number())).containsExactly(fang.id());
        for (var nobody : List.of("王", "小王芳", "韩梅梅", "%", "138")) {
            assertThat(found(nobody)).isEmpty();
        }
    }

    @Test
    void findsBySeveralTheNewestFirstAndPageByPage() {
        var first = joins("客人甲", phone());
        var second = joins("客人乙", phone());
        var third = joins("客人丙", phone());
        var wanted = within(() -> search.wanted("客人").orElseThrow());

        var page = within(() -> everybody.newest(wanted.clause(), Long.MAX_VALUE, 2));
        assertThat(page).containsExactly(third.id(), second.id());
        assertThat(within(() -> everybody.newest(wanted.clause(), second.id().value(), 2)))
                .containsExactly(first.id());
    }

    @Test
    void aNewNameReplacesTheOldOne() {
        var member = joins("张三丰", phone());
        within(() -> members.change(member.id(), new ProfileChange("李四光", null, Map.of("name", "王五一"), null)));

        assertThat(found("张三")).isEmpty();
        assertThat(found("李四光")).containsExactly(member.id());
        assertThat(found("王五")).containsExactly(member.id());
    }

    @Test
    void nothingIsLeftOfWhoeverGoesOrWithdraws() {
        var leaves = joins("赵子龙", phone());
        var account = identity(MINI);
        within(() -> members.join(shopkeeper.joining(phone(), "关云长", account)));

        within(() -> {
            members.deregister(leaves.id());
            members.withdraw(account);
            return true;
        });

        assertThat(found("子龙")).isEmpty();
        assertThat(found("云长")).isEmpty();
        assertThat(shopkeeper.count("member_word", shop)).isZero();
    }

    @Test
    void oneWhoWasMergedIsFoundAsTheOther() {
        var kept =
                within(() -> members.join(shopkeeper.joining(identity(MINI)))).member();
        var absorbed = joins("诸葛孔明", phone());

        var merge = within(() -> merges.merge(kept.id(), absorbed.id(), "staff:1"));
        assertThat(found("孔明")).containsExactly(kept.id());
        within(() -> {
            merges.undo(merge.id(), "staff:1");
            return true;
        });

        assertThat(found("孔明")).containsExactly(absorbed.id());
    }

    private Member joins(String nickname, Phone phone) {
        return within(() -> members.join(shopkeeper.joining(phone, nickname, identity(MINI))))
                .member();
    }

    private List<MemberId> found(String typed) {
        return within(() -> search.wanted(typed)
                .map(wanted -> search.shown(everybody.newest(wanted.clause(), Long.MAX_VALUE, 50)).stream()
                        .filter(wanted.fits())
                        .map(Member::id)
                        .toList())
                .orElse(List.of()));
    }

    private <T> T within(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}
