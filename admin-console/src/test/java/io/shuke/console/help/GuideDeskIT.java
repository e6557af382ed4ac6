package io.shuke.console.help;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class GuideDeskIT {

    private static final String GUIDE = "/console/api/guide";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Guide guide;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    private MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    private Browser owner() {
        return shopkeeper.signedIn(shop, Role.OWNER);
    }

    @Test
    void anEmptyShopHasEverythingBeforeIt() {
        assertThat(done(owner())).isEmpty();
    }

    @Test
    void whatIsDoneIsToldByTheData() {
        var owner = owner();
        shopkeeper.welcomes(shop, "老王");
        owner.post("/console/api/offers", """
                        {"title":"新人券","benefit":{"kind":"VOUCHER","fen":500},"terms":{"validDays":30},
                        "ways":["NEWCOMER"],"perMember":1}""").expectStatus().isCreated();
        shopkeeper.hires(shop, Role.CASHIER);

        assertThat(done(owner)).containsExactly("NEWCOMER", "POSTER", "MEMBER", "STAFF");
    }

    @Test
    void onlyWhatDataCannotTellIsMarkedByHandAndOnce() {
        var owner = owner();
        var racing = IntStream.range(0, 200)
                .mapToObj(n -> jdbc.call(shop, () -> {
                            guide.mark(GuideStep.CHECK_IN, "staff:" + n);
                            return true;
                        })
                        .toFuture())
                .toList();
        racing.forEach(CompletableFuture::join);
        owner.post(GUIDE + "/POSTER", "{}").expectStatus().isOk();
        owner.post(GUIDE + "/MEMBER", "{}").expectStatus().isBadRequest();
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .post(GUIDE + "/POSTER", "{}")
                .expectStatus()
                .isForbidden();

        assertThat(done(owner)).containsExactly("CHECK_IN", "POSTER", "STAFF");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM guide_mark WHERE merchant_id = ?", Long.class, shop.value()))
                .isEqualTo(2);
    }

    private static List<String> done(Browser owner) {
        var answer = owner.get(GUIDE).expectStatus().isOk().expectBody(GuideDesk.GuideBody.class);
        return requireNonNull(answer.returnResult().getResponseBody()).steps().stream()
                .filter(GuideDesk.GuideStepBody::done)
                .map(step -> step.step().name())
                .toList();
    }
}
