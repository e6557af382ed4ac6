package io.shuke.member.membership;

import static io.shuke.member.membership.Shopkeeper.MINI;
import static io.shuke.member.membership.Shopkeeper.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PagingIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void leafsThroughAllMembersNewestFirst() {
        var joined = new ArrayList<Member>();
        for (int i = 0; i < 5; i++) {
            joined.add(0, join(shop, identity(MINI)));
        }

        var first = page(null);
        var second = page(first.next());
        var third = page(second.next());

        assertThat(first.items()).isEqualTo(joined.subList(0, 2));
        assertThat(second.items()).isEqualTo(joined.subList(2, 4));
        assertThat(third).isEqualTo(new Slice<>(List.of(joined.get(4)), null));
    }

    @Test
    void showsNeitherThoseWhoLeftNorThoseWhoWithdrew() {
        var stays = join(shop, identity(MINI));
        var leaves = join(shop, identity(MINI));
        var withdrawing = identity(MINI);
        join(shop, withdrawing);
        jdbc.within(shop, () -> {
            members.deregister(leaves.id());
            members.withdraw(withdrawing);
            return true;
        });

        assertThat(page(null)).isEqualTo(new Slice<>(List.of(stays), null));
    }

    @Test
    void neverShowsAnotherShopsMembers() {
        var other = shopkeeper.opens();
        join(other, identity(MINI));

        assertThat(page(null).items()).isEmpty();
    }

    @Test
    void refusesACursorThatItNeverGave() {
        assertThatThrownBy(() -> page("' OR 1=1"))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("membership.bad-cursor"));
    }

    private Member join(MerchantId merchant, Identity person) {
        return jdbc.within(
                merchant, () -> members.join(shopkeeper.joining(person)).member());
    }

    private Slice<Member> page(@Nullable String cursor) {
        return jdbc.within(shop, () -> members.page(cursor, 2));
    }
}
